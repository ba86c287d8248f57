using Keyline.Identity.Domains;
using Keyline.Identity.SetupLinks;

namespace Keyline.Storage.Tests.Contracts;

/// <summary>Set-up links.</summary>
public abstract class SetupLinkContract(StorageFixture storage) : StorageContract(storage)
{
    [Fact]
    public async Task A_link_is_found_by_its_hash_in_its_tenant_only()
    {
        var link = NewLink() with { DomainIds = [DomainId.New(), DomainId.New()] };
        await CommitAsync((ISetupLinkStore links) => links.Add(link));

        Assert.Equivalent(link, await AskAsync((ISetupLinkStore links) => links.FindAsync(Mine, link.TokenHash, Ct)), strict: true);
        Assert.Equivalent(link, await AskAsync((ISetupLinkStore links) => links.FindAsync(Mine, link.Id, Ct)), strict: true);
        Assert.Null(await AskAsync((ISetupLinkStore links) => links.FindAsync(TenantId.New(), link.TokenHash, Ct)));
        Assert.Null(await AskAsync((ISetupLinkStore links) => links.FindAsync(TenantId.New(), link.Id, Ct)));
    }

    [Fact]
    public async Task A_link_is_begun_once_while_it_is_open()
    {
        var link = NewLink();
        var revoked = NewLink() with { RevokedAt = Now };
        var over = NewLink() with { ExpiresAt = Now };
        foreach (var added in new[] { link, revoked, over })
        {
            await CommitAsync((ISetupLinkStore links) => links.Add(added));
        }

        var browser = Guid.NewGuid().ToByteArray();
        Assert.True(await ActivateAsync(link, browser));
        Assert.False(await ActivateAsync(link, Guid.NewGuid().ToByteArray()));
        Assert.False(await ActivateAsync(revoked, browser));
        Assert.False(await ActivateAsync(over, browser));
        var read = await AskAsync((ISetupLinkStore links) => links.FindAsync(Mine, link.Id, Ct));
        Assert.Equal(browser, read?.BrowserHash);
        Assert.Equal(Now, read?.ActivatedAt);
    }

    [Fact]
    public async Task Links_are_listed_the_newest_first_and_change()
    {
        // Ids of the same millisecond have no order among themselves.
        var first = NewLink();
        var second = NewLink() with { Id = SetupLinkId.From(Guid.CreateVersion7(DateTimeOffset.UtcNow.AddSeconds(1))) };
        await CommitAsync((ISetupLinkStore links) => links.Add(first));
        await CommitAsync((ISetupLinkStore links) => links.Add(second));
        await CommitAsync((ISetupLinkStore links) => links.Update(first with { FinishedAt = Now }));

        Assert.Equal([second.Id, first.Id], (await AskAsync((ISetupLinkStore links) => links.ListAsync(Mine, null, 10, Ct))).Select(link => link.Id));
        var rest = await AskAsync((ISetupLinkStore links) => links.ListAsync(Mine, second.Id, 10, Ct));
        Assert.Equal(Now, rest.Single().FinishedAt);
    }

    private SetupLink NewLink() => new()
    {
        Id = SetupLinkId.New(),
        TenantId = Mine,
        TokenHash = Guid.NewGuid().ToByteArray(),
        Label = "Ann of IT",
        CreatedBy = "root",
        CreatedAt = Now,
        ExpiresAt = Now.AddDays(7),
    };

    private Task<bool> ActivateAsync(SetupLink link, byte[] browser) =>
        AskAsync((ISetupLinkStore links) => links.ActivateAsync(link.Id, browser, "192.0.2.7", Now, Ct));
}
