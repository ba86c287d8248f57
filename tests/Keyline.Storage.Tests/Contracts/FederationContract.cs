using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;

namespace Keyline.Storage.Tests.Contracts;

/// <summary>Connections and domains.</summary>
public abstract class FederationContract(StorageFixture storage) : StorageContract(storage)
{
    [Fact]
    public async Task Connections_are_found_by_slug_and_id_in_their_tenant_only()
    {
        var connection = NewConnection("entra", new SamlConnectionSettings());
        await CommitAsync((IConnectionStore connections) => connections.Add(connection));

        Assert.Equivalent(connection, await FindAsync(Mine, "entra"), strict: true);
        Assert.Equivalent(connection, await AskAsync((IConnectionStore store) => store.FindAsync(Mine, connection.Id, Ct)), strict: true);
        Assert.Null(await FindAsync(TenantId.New(), "entra"));
        Assert.Null(await AskAsync((IConnectionStore store) => store.FindAsync(TenantId.New(), connection.Id, Ct)));
        Assert.False(await TryCommitAsync((IConnectionStore store) => store.Add(NewConnection("entra", new OidcConnectionSettings()))));
    }

    [Fact]
    public async Task The_settings_of_every_protocol_come_back_as_they_were()
    {
        foreach (var connection in new[]
        {
            NewConnection("saml", new SamlConnectionSettings()),
            NewConnection("oidc", new OidcConnectionSettings()),
            NewConnection("ldap", new LdapConnectionSettings()),
        })
        {
            await CommitAsync((IConnectionStore store) => store.Add(connection));

            var read = await FindAsync(Mine, connection.Slug);
            Assert.Equal(connection.Kind, read!.Kind);
            Assert.Equivalent(connection, read, strict: true);
        }
    }

    [Fact]
    public async Task A_connection_changes_and_goes()
    {
        var connection = NewConnection("okta", new OidcConnectionSettings());
        await CommitAsync((IConnectionStore store) => store.Add(connection));
        var changed = connection with { Enabled = true, Name = "Okta ☎", Attributes = new AttributeMap { Groups = "groups" }, TestedAt = Now };

        await CommitAsync((IConnectionStore store) => store.Update(changed));
        Assert.Equivalent(changed, await FindAsync(Mine, "okta"), strict: true);

        await CommitAsync((IConnectionStore store) => store.Remove(changed));
        Assert.Null(await FindAsync(Mine, "okta"));
    }

    [Fact]
    public async Task Scheduled_work_sees_all_connections_in_pages()
    {
        var all = Enumerable.Range(0, 5).Select(number => NewConnection($"c{number}", new LdapConnectionSettings())).ToList();
        await CommitAsync((IConnectionStore store) => all.ForEach(store.Add));

        var found = new List<ConnectionId>();
        ConnectionId? after = null;
        while (await AskAsync((IConnectionStore store) => store.ListAllAsync(after, 2, Ct)) is { Count: > 0 } page)
        {
            found.AddRange(page.Where(connection => connection.TenantId == Mine).Select(connection => connection.Id));
            after = page[^1].Id;
        }

        Assert.Equal(all.Select(connection => connection.Id).Order(), found);
        Assert.Equal(found, (await AskAsync((IConnectionStore store) => store.ListAsync(Mine, Ct))).Select(connection => connection.Id));
    }

    [Fact]
    public async Task A_name_is_claimed_by_many_and_verified_for_one()
    {
        var first = NewDomain("one.test");
        var second = first with { Id = DomainId.New(), TenantId = TenantId.New() };
        await CommitAsync((IDomainStore domains) => domains.Add(first));
        await CommitAsync((IDomainStore domains) => domains.Add(second));
        Assert.Null(await VerifiedAsync("one.test"));

        await CommitAsync((IDomainStore domains) => domains.Update(first with { VerifiedAt = Now }));
        Assert.False(await TryCommitAsync((IDomainStore domains) => domains.Update(second with { VerifiedAt = Now })));
        Assert.Equal(first.Id, (await VerifiedAsync("one.test"))!.Id);

        await CommitAsync((IDomainStore domains) => domains.Update(first with { VerifiedAt = null }));
        Assert.True(await TryCommitAsync((IDomainStore domains) => domains.Update(second with { VerifiedAt = Now })));
        Assert.Equal(second.Id, (await VerifiedAsync("one.test"))!.Id);
    }

    [Fact]
    public async Task A_removed_domain_is_free_again()
    {
        var domain = NewDomain("free.test") with { VerifiedAt = Now };
        await CommitAsync((IDomainStore domains) => domains.Add(domain));
        Assert.False(await TryCommitAsync((IDomainStore domains) => domains.Add(NewDomain("free.test"))));

        await CommitAsync((IDomainStore domains) => domains.Remove(domain));

        Assert.Null(await VerifiedAsync("free.test"));
        Assert.True(await TryCommitAsync((IDomainStore domains) => domains.Add(NewDomain("free.test"))));
    }

    [Fact]
    public async Task Domains_are_due_when_they_were_checked_long_ago_or_never()
    {
        var never = NewDomain("never.test") with { VerifiedAt = Now };
        var old = NewDomain("old.test") with { VerifiedAt = Now, CheckedAt = Now.AddDays(-2) };
        var young = NewDomain("young.test") with { VerifiedAt = Now, CheckedAt = Now };
        var claimed = NewDomain("claimed.test");
        foreach (var domain in new[] { never, old, young, claimed })
        {
            await CommitAsync((IDomainStore domains) => domains.Add(domain));
        }

        var due = await AskAsync((IDomainStore domains) => domains.ListDueAsync(Now.AddDays(-1), 1000, Ct));

        Assert.Equivalent(new[] { never, old }, due.Where(domain => domain.TenantId == Mine), strict: true);
        Assert.Equal(
            ["claimed.test", "never.test", "old.test", "young.test"],
            (await AskAsync((IDomainStore domains) => domains.ListAsync(Mine, Ct))).Select(domain => domain.Name));
        Assert.Equal(old, await AskAsync((IDomainStore domains) => domains.FindAsync(Mine, "old.test", Ct)));
    }

    [Fact]
    public async Task A_check_is_taken_by_one_node_and_claims_without_proof_are_found()
    {
        var never = NewDomain("never-checked.test") with { VerifiedAt = Now };
        var old = NewDomain("unproved.test") with { ClaimedAt = Now.AddDays(-20) };
        var lost = NewDomain("lost-lately.test") with { ClaimedAt = Now.AddDays(-90), MissingSince = Now.AddDays(-9) };
        foreach (var domain in new[] { never, old, lost })
        {
            await CommitAsync((IDomainStore domains) => domains.Add(domain));
        }

        Assert.True(await AskAsync((IDomainStore domains) => domains.TakeCheckAsync(never, Now, Ct)));
        Assert.False(await AskAsync((IDomainStore domains) => domains.TakeCheckAsync(never, Now, Ct)));
        var seen = await AskAsync((IDomainStore domains) => domains.FindAsync(Mine, never.Id, Ct));
        Assert.Equal(Now, seen?.CheckedAt);
        Assert.True(await AskAsync((IDomainStore domains) => domains.TakeCheckAsync(seen!, Now.AddHours(1), Ct)));
        Assert.Null(await AskAsync((IDomainStore domains) => domains.FindAsync(TenantId.New(), never.Id, Ct)));
        var unproved = await AskAsync((IDomainStore domains) => domains.ListUnprovedAsync(Now.AddDays(-14), 1000, Ct));
        Assert.Equal([old.Id], unproved.Where(domain => domain.TenantId == Mine).Select(domain => domain.Id));
    }

    private Connection NewConnection(string slug, ConnectionSettings settings) => new()
    {
        Id = ConnectionId.New(),
        TenantId = Mine,
        Slug = slug,
        Name = slug,
        Settings = settings,
        CreatedAt = Now,
        ChangedAt = Now,
    };

    private Domain NewDomain(string name) => new()
    {
        Id = DomainId.New(),
        TenantId = Mine,
        Name = name,
        Challenge = "keyline-challenge",
        ClaimedAt = Now,
    };

    private Task<Connection?> FindAsync(TenantId tenant, string slug) =>
        AskAsync((IConnectionStore connections) => connections.FindAsync(tenant, slug, Ct));

    private Task<Domain?> VerifiedAsync(string name) => AskAsync((IDomainStore domains) => domains.FindVerifiedAsync(name, Ct));
}
