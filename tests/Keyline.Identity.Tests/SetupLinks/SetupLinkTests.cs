using Keyline.Identity.Changes;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.SetupLinks;
using Keyline.Secrets;
using Keyline.Tenancy;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.SetupLinks;

public class SetupLinkTests
{
    private readonly AdminWorld _world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Actor Root => Actor.CommandLine(_world.Acme, "root");

    private CreateSetupLink Create => new(_world.SetupLinks, _world.Connections, _world.Recorder);

    private OpenSetupLink Open => new(_world.SetupLinks, _world.Recorder);

    private SetupConnection Connection => new(_world.SetupLinks, _world.Connections, _world.Recorder);

    private FinishSetup Finish => new(_world.SetupLinks, _world.Domains, _world.Recorder);

    private SetupDomain Domain => new(
        _world.SetupLinks, _world.Domains, new ClaimDomain(_world.Domains, _world.Recorder),
        new VerifyDomain(_world.Domains, new ChallengeCheck(_world.Dns), new DomainRules(), _world.Recorder), _world.Recorder);

    [Fact]
    public async Task A_link_sets_up_a_domain_and_a_connection_and_ends()
    {
        var link = await MadeAsync();
        var begun = await BegunAsync(link);
        var claimed = await Domain.ClaimAsync(begun.Session, "acme.example", Ct);
        Assert.True(claimed.Ok);
        _world.Dns.Publish("_keyline-challenge.acme.example", claimed.Value.Challenge);

        Assert.True((await Domain.VerifyAsync(await ContinuedAsync(link, begun), claimed.Value.Id, Ct)).Ok);
        var connection = _world.AddConnection(_world.Acme, "corp");
        Assert.True((await Connection.KeepAsync(await ContinuedAsync(link, begun), connection.Id, Ct)).Ok);
        var session = await ContinuedAsync(link, begun);
        Assert.Equal(connection.Id, (await Connection.FindAsync(session, Ct))?.Id);
        Assert.Single(await Domain.ListAsync(session, Ct));
        Assert.True((await Finish.FinishAsync(session, Ct)).Ok);

        Assert.Equal(connection.Id, _world.Domains.All.Single().ConnectionId);
        Assert.Equal(SetupFaultCode.Finished, await RefusalAsync(link, begun));
        var entries = _world.Journal.Entries.Skip(1).ToList();
        Assert.All(entries, entry => Assert.Equal(("setup-link", "Ann of IT"), (entry.Actor.Kind, entry.Actor.Name)));
        Assert.Equal(["setup-link.begin", "domain.claim", "domain.verify", "setup-link.connection", "setup-link.finish"],
            entries.Select(entry => entry.Action));
    }

    [Fact]
    public async Task Looking_at_a_link_spends_nothing_and_beginning_binds_it_to_one_browser()
    {
        var link = await MadeAsync();
        Assert.True((await Open.LookAsync(_world.Acme, link.Token.Reveal(), Ct)).Ok);
        Assert.True((await Open.LookAsync(_world.Acme, link.Token.Reveal(), Ct)).Ok);

        var begun = await BegunAsync(link);

        Assert.Equal(SetupFaultCode.OtherBrowser, (await Open.LookAsync(_world.Acme, link.Token.Reveal(), Ct)).Fault?.Code);
        Assert.Equal(SetupFaultCode.OtherBrowser, (await Open.BeginAsync(_world.Acme, link.Token.Reveal(), AdminWorld.Client, Ct)).Fault?.Code);
        Assert.Equal(SetupFaultCode.OtherBrowser, await RefusalAsync(link, null));
        Assert.Equal(SetupFaultCode.OtherBrowser, await RefusalAsync(link, begun with { Browser = BearerSecret.New() }));
        Assert.NotNull(await ContinuedAsync(link, begun));
    }

    [Fact]
    public async Task Two_browsers_that_begin_at_once_do_not_both_get_it()
    {
        var link = await MadeAsync();
        var racing = new RacingLinks(_world.SetupLinks);

        var late = await new OpenSetupLink(racing, _world.Recorder).BeginAsync(_world.Acme, link.Token.Reveal(), AdminWorld.Client, Ct);

        Assert.Equal(SetupFaultCode.OtherBrowser, late.Fault?.Code);
    }

    [Fact]
    public async Task A_link_that_was_not_begun_opens_nothing() =>
        Assert.Equal(SetupFaultCode.NotBegun, await RefusalAsync(await MadeAsync(), null));

    [Fact]
    public async Task A_link_ends_with_its_time()
    {
        var link = await MadeAsync();
        var begun = await BegunAsync(link);
        _world.Time.Now += SetupLink.StandardLifetime;

        Assert.Equal(SetupFaultCode.Expired, await RefusalAsync(link, begun));
        Assert.Equal(SetupFaultCode.Expired, (await Open.LookAsync(_world.Acme, link.Token.Reveal(), Ct)).Fault?.Code);
    }

    [Fact]
    public async Task A_link_that_was_taken_back_opens_nothing()
    {
        var link = await MadeAsync();
        var begun = await BegunAsync(link);
        var revoke = new RevokeSetupLink(_world.SetupLinks, _world.Recorder);

        Assert.Equal(SetupFaultCode.Unknown, (await revoke.RevokeAsync(Actor.CommandLine(_world.Other, "x"), link.Link.Id, Ct)).Fault?.Code);
        Assert.True((await revoke.RevokeAsync(Root, link.Link.Id, Ct)).Ok);
        Assert.Equal(SetupFaultCode.Revoked, await RefusalAsync(link, begun));
        Assert.True((await revoke.RevokeAsync(Root, link.Link.Id, Ct)).Ok);
        _world.SetupLinks.All[0] = link.Link;
        _world.Journal.BeforeCommit = _world.SetupLinks.All.Clear;
        Assert.Equal(SetupFaultCode.Conflict, (await revoke.RevokeAsync(Root, link.Link.Id, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task I6_A_link_opens_nothing_at_another_tenant()
    {
        var link = await MadeAsync();
        var begun = await BegunAsync(link);

        var foreign = await Open.ContinueAsync(_world.Other, link.Token.Reveal(), begun.Browser.Reveal(), AdminWorld.Client, Ct);

        Assert.Equal(SetupFaultCode.Unknown, foreign.Fault?.Code);
        Assert.Equal(SetupFaultCode.Unknown, (await Open.LookAsync(_world.Acme, "short", Ct)).Fault?.Code);
        Assert.Equal(SetupFaultCode.Unknown, (await Open.LookAsync(_world.Acme, BearerSecret.New().Reveal(), Ct)).Fault?.Code);
    }

    [Fact]
    public async Task A_link_reaches_no_other_domain_or_connection()
    {
        var others = await new ClaimDomain(_world.Domains, _world.Recorder).ClaimAsync(Root, "others.example", Ct);
        var corp = _world.AddConnection(_world.Acme, "corp");
        var second = _world.AddConnection(_world.Acme, "second");
        var link = await MadeAsync();
        var begun = await BegunAsync(link);

        Assert.Equal(DomainFaultCode.NotFound, (await Domain.VerifyAsync(begun.Session, others.Value!.Id, Ct)).Fault?.Code);
        Assert.Equal(SetupFaultCode.UnknownConnection, (await Connection.KeepAsync(begun.Session, ConnectionId.New(), Ct)).Fault?.Code);
        var kept = await Connection.KeepAsync(begun.Session, corp.Id, Ct);
        Assert.Equal(SetupFaultCode.OtherConnection, (await Connection.KeepAsync(kept.Value!, second.Id, Ct)).Fault?.Code);
        Assert.True((await Connection.KeepAsync(kept.Value!, corp.Id, Ct)).Ok);
        Assert.All(Keyline.Identity.Roles.Permissions.All, permission => Assert.False(begun.Session.Actor.Has(permission)));
        Assert.False(begun.Session.Actor.IsOperator);
    }

    [Fact]
    public async Task A_claim_that_waits_for_its_proof_is_taken_on()
    {
        var waiting = await new ClaimDomain(_world.Domains, _world.Recorder).ClaimAsync(Root, "acme.example", Ct);
        var link = await MadeAsync();
        var begun = await BegunAsync(link);

        Assert.Equal(waiting.Value?.Id, (await Domain.ClaimAsync(begun.Session, "acme.example", Ct)).Value?.Id);
        var session = await ContinuedAsync(link, begun);
        Assert.Equal(waiting.Value?.Id, (await Domain.ClaimAsync(session, "acme.example", Ct)).Value?.Id);
        Assert.Single(session.Link.DomainIds);
        Assert.Equal(DomainFaultCode.NotADomain, (await Domain.ClaimAsync(session, "nonsense", Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_links_that_can_not_be_made()
    {
        var week = SetupLink.StandardLifetime;
        var basic = Actor.CommandLine(_world.Acme with { Plan = Plan.Basic }, "root");
        var foreign = _world.AddConnection(_world.Other, "corp");

        Assert.Equal(SetupFaultCode.PlanWithoutSso, (await Create.CreateAsync(basic, "Ann", week, null, Ct)).Fault?.Code);
        Assert.Equal(SetupFaultCode.BadLabel, (await Create.CreateAsync(Root, "", week, null, Ct)).Fault?.Code);
        Assert.Equal(SetupFaultCode.BadLifetime, (await Create.CreateAsync(Root, "Ann", TimeSpan.FromDays(31), null, Ct)).Fault?.Code);
        Assert.Equal(SetupFaultCode.BadLifetime, (await Create.CreateAsync(Root, "Ann", TimeSpan.Zero, null, Ct)).Fault?.Code);
        Assert.Equal(SetupFaultCode.UnknownConnection, (await Create.CreateAsync(Root, "Ann", week, foreign.Id, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task The_secret_is_kept_as_a_hash_only()
    {
        var link = await MadeAsync();

        Assert.Equal(BearerSecret.Hash(link.Token), _world.SetupLinks.All.Single().TokenHash);
        Assert.DoesNotContain(link.Token.Reveal(), link.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_world.Journal.Entries, entry => entry.Facts.Values.Contains(link.Token.Reveal()));
    }

    private async Task<NewSetupLink> MadeAsync()
    {
        var made = await Create.CreateAsync(Root, "Ann of IT", SetupLink.StandardLifetime, null, Ct);
        Assert.True(made.Ok);
        return made.Value;
    }

    private async Task<BegunSetup> BegunAsync(NewSetupLink link)
    {
        var begun = await Open.BeginAsync(_world.Acme, link.Token.Reveal(), AdminWorld.Client, Ct);
        Assert.True(begun.Ok);
        return begun.Value;
    }

    private async Task<SetupSession> ContinuedAsync(NewSetupLink link, BegunSetup begun)
    {
        var session = await Open.ContinueAsync(_world.Acme, link.Token.Reveal(), begun.Browser.Reveal(), AdminWorld.Client, Ct);
        Assert.True(session.Ok);
        return session.Value;
    }

    private async Task<SetupFaultCode?> RefusalAsync(NewSetupLink link, BegunSetup? begun) =>
        (await Open.ContinueAsync(_world.Acme, link.Token.Reveal(), begun?.Browser.Reveal(), AdminWorld.Client, Ct)).Fault?.Code;

    /// <summary>Another browser is first between the look and the binding.</summary>
    private sealed class RacingLinks(FakeSetupLinks links) : ISetupLinkStore
    {
        public Task<SetupLink?> FindAsync(TenantId tenantId, SetupLinkId id, CancellationToken ct) => links.FindAsync(tenantId, id, ct);

        public Task<SetupLink?> FindAsync(TenantId tenantId, byte[] tokenHash, CancellationToken ct) => links.FindAsync(tenantId, tokenHash, ct);

        public Task<IReadOnlyList<SetupLink>> ListAsync(TenantId tenantId, SetupLinkId? before, int limit, CancellationToken ct) =>
            links.ListAsync(tenantId, before, limit, ct);

        public async Task<bool> ActivateAsync(SetupLinkId id, byte[] browserHash, string address, DateTimeOffset now, CancellationToken ct)
        {
            await links.ActivateAsync(id, new byte[32], "198.51.100.1", now, ct);
            return await links.ActivateAsync(id, browserHash, address, now, ct);
        }

        public void Add(SetupLink link) => links.Add(link);

        public void Update(SetupLink link) => links.Update(link);
    }
}
