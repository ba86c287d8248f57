using Keyline.Identity.Changes;
using Keyline.Identity.Domains;
using Keyline.Identity.Settings;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Domains;

public class CheckDomainsTests
{
    private const string Name = "_keyline-challenge.acme.example";

    private static readonly DomainRules _rules = new();

    private readonly AdminWorld _world = new();

    public CheckDomainsTests() =>
        _world.Settings.Set(new TenantSettings { TenantId = _world.Acme.Id, AlertAddresses = ["it@acme.example"] });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private CheckDomains Check => new(
        _world.Domains, _world.Tenants, new ChallengeCheck(_world.Dns), _rules, _world.Alerts, _world.Recorder);

    private Domain Domain => _world.Domains.All.Single();

    [Fact]
    public async Task Leaves_alone_what_is_not_due()
    {
        await VerifiedAsync();

        Assert.Equal(0, await Check.RunAsync(Ct));
        _world.Time.Now += TimeSpan.FromHours(7);
        Assert.Equal(1, await Check.RunAsync(Ct));
        Assert.Equal(0, await Check.RunAsync(Ct));
        Assert.Equal(DomainState.Verified, StateNow());
    }

    [Fact]
    public async Task A_missing_record_begins_the_grace_period_and_is_told_once()
    {
        await VerifiedAsync();
        _world.Dns.Remove(Name);

        await CheckAfterAsync(TimeSpan.FromHours(7));
        await CheckAfterAsync(TimeSpan.FromHours(7));

        Assert.Equal(DomainState.Missing, StateNow());
        Assert.Single(_world.Outbox.All);
        Assert.Single(_world.Journal.Entries, entry => entry.Action == "domain.missing");
    }

    [Fact]
    public async Task After_the_grace_period_the_domain_is_lost_and_can_be_verified_elsewhere()
    {
        await VerifiedAsync();
        _world.Dns.Remove(Name);
        await CheckAfterAsync(TimeSpan.FromHours(7));
        await CheckAfterAsync(TimeSpan.FromDays(7));

        Assert.Equal(DomainState.Lost, StateNow());
        Assert.Null(await _world.Domains.FindVerifiedAsync("acme.example", Ct));
        Assert.Equal(2, _world.Outbox.All.Count);
        Assert.Equal("domain.lost", _world.Journal.Entries[^1].Action);
    }

    [Fact]
    public async Task A_record_that_comes_back_ends_the_grace_period()
    {
        var domain = await VerifiedAsync();
        _world.Dns.Remove(Name);
        await CheckAfterAsync(TimeSpan.FromHours(7));
        _world.Dns.Publish(Name, domain.Challenge);
        await CheckAfterAsync(TimeSpan.FromHours(7));

        Assert.Equal(DomainState.Verified, StateNow());
        Assert.Equal("domain.found-again", _world.Journal.Entries[^1].Action);
    }

    [Fact]
    public async Task A_resolver_that_fails_neither_begins_nor_ends_a_grace_period()
    {
        await VerifiedAsync();
        _world.Dns.Fault = new DnsFault(DnsFaultCode.ResolverSilent, "silence");
        await CheckAfterAsync(TimeSpan.FromHours(7));
        Assert.Equal(DomainState.Verified, StateNow());

        _world.Dns.Fault = null;
        _world.Dns.Remove(Name);
        await CheckAfterAsync(TimeSpan.FromHours(7));
        _world.Dns.Fault = new DnsFault(DnsFaultCode.ResolverFailed, "SERVFAIL");
        await CheckAfterAsync(TimeSpan.FromDays(8));
        Assert.Equal(DomainState.Missing, StateNow());
    }

    [Fact]
    public async Task One_node_takes_a_check()
    {
        await VerifiedAsync();
        var seen = Domain;
        _world.Time.Now += TimeSpan.FromHours(7);

        Assert.True(await _world.Domains.TakeCheckAsync(seen, _world.Time.Now, Ct));
        Assert.False(await _world.Domains.TakeCheckAsync(seen, _world.Time.Now, Ct));
        Assert.Equal(0, await Check.RunAsync(Ct));
    }

    [Fact]
    public async Task Claims_without_proof_run_out_and_lost_ones_are_shown_for_a_while()
    {
        await new ClaimDomain(_world.Domains, _world.Recorder).ClaimAsync(Actor.CommandLine(_world.Acme, "anna"), "acme.example", Ct);
        await CheckAfterAsync(TimeSpan.FromDays(13));
        Assert.Single(_world.Domains.All);
        await CheckAfterAsync(TimeSpan.FromDays(2));
        Assert.Empty(_world.Domains.All);
        Assert.Equal("domain.expire", _world.Journal.Entries[^1].Action);

        await VerifiedAsync();
        _world.Dns.Remove(Name);
        await CheckAfterAsync(TimeSpan.FromHours(7));
        await CheckAfterAsync(TimeSpan.FromDays(10));
        Assert.Equal(DomainState.Lost, StateNow());
        await CheckAfterAsync(TimeSpan.FromDays(12));
        Assert.Empty(_world.Domains.All);
    }

    private DomainState StateNow() => DomainStatus.Of(Domain, _rules).State;

    private Task<int> CheckAfterAsync(TimeSpan pause)
    {
        _world.Time.Now += pause;
        return Check.RunAsync(Ct);
    }

    private async Task<Domain> VerifiedAsync()
    {
        var admin = Actor.CommandLine(_world.Acme, "anna");
        var claimed = await new ClaimDomain(_world.Domains, _world.Recorder).ClaimAsync(admin, "acme.example", Ct);
        Assert.True(claimed.Ok);
        _world.Dns.Publish(Name, claimed.Value.Challenge);
        var verified = await new VerifyDomain(_world.Domains, new ChallengeCheck(_world.Dns), _rules, _world.Recorder)
            .VerifyAsync(admin, claimed.Value.Id, Ct);
        Assert.True(verified.Ok);
        return verified.Value;
    }
}
