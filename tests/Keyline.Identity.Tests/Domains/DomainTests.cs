using Keyline.Identity.Changes;
using Keyline.Identity.Domains;
using Keyline.Journal;
using Keyline.Tenancy;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Domains;

public class DomainTests
{
    private const string Name = "_keyline-challenge.acme.example";

    private readonly AdminWorld _world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Actor Admin => Actor.CommandLine(_world.Acme, "anna");

    private ClaimDomain Claim => new(_world.Domains, _world.Recorder);

    private VerifyDomain Verify => new(_world.Domains, new ChallengeCheck(_world.Dns), new DomainRules(), _world.Recorder);

    private AssignDomain Assign => new(_world.Domains, _world.Connections, _world.Recorder);

    [Fact]
    public async Task Claims_publishes_verifies()
    {
        var claimed = await ClaimedAsync();
        _world.Dns.Publish(Name, "v=spf1 -all", claimed.Challenge);

        var verified = await Verify.VerifyAsync(Admin, claimed.Id, Ct);

        Assert.Equal(_world.Time.Now, verified.Value?.VerifiedAt);
        Assert.Equal(DomainState.Verified, DomainStatus.Of(_world.Domains.All[0], new DomainRules()).State);
        Assert.Equal(["domain.claim", "domain.verify"], _world.Journal.Entries.Select(entry => entry.Action));
        Assert.Equal([ChangeKinds.Domain, ChangeKinds.Domain], _world.Journal.Changes.Select(change => change.Kind));
    }

    [Fact]
    public async Task Challenges_are_random_and_say_what_they_are()
    {
        var first = await ClaimedAsync();
        var second = await Claim.ClaimAsync(Admin, "acme.test-two.example", Ct);

        Assert.Matches("^keyline-verification=[0-9a-f]{40}$", first.Challenge);
        Assert.NotEqual(first.Challenge, second.Value?.Challenge);
    }

    [Fact]
    public async Task Refuses_a_second_claim_of_the_same_tenant()
    {
        await ClaimedAsync();

        Assert.Equal(DomainFaultCode.AlreadyClaimed, (await Claim.ClaimAsync(Admin, "ACME.example", Ct)).Fault?.Code);
        _world.Journal.BeforeCommit = () => _world.Domains.All.Add(_world.Domains.All[0] with { Id = DomainId.New(), Name = "second.example" });
        Assert.Equal(DomainFaultCode.AlreadyClaimed, (await Claim.ClaimAsync(Admin, "second.example", Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Refuses_more_claims_than_a_tenant_may_have()
    {
        var one = await ClaimedAsync();
        for (var i = 1; i < ClaimDomain.MaxPerTenant; i++)
        {
            _world.Domains.All.Add(one with { Id = DomainId.New(), Name = $"d{i}.example" });
        }

        Assert.Equal(DomainFaultCode.TooMany, (await Claim.ClaimAsync(Admin, "last.example", Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Says_that_there_is_no_record_yet()
    {
        var claimed = await ClaimedAsync();

        var missing = await Verify.VerifyAsync(Admin, claimed.Id, Ct);
        _world.Dns.Publish(Name);
        var empty = await Verify.VerifyAsync(Admin, claimed.Id, Ct);

        Assert.Equal(DomainFaultCode.RecordMissing, missing.Fault?.Code);
        Assert.Contains(claimed.Challenge, missing.Fault?.Detail, StringComparison.Ordinal);
        Assert.Equal(DomainFaultCode.RecordMissing, empty.Fault?.Code);
        Assert.Equal(AuditOutcome.Denied, _world.Journal.Entries[^1].Outcome);
    }

    [Fact]
    public async Task Says_what_other_value_is_there()
    {
        var claimed = await ClaimedAsync();
        _world.Dns.Publish(Name, "keyline-verification=0000\u0007");

        var other = await Verify.VerifyAsync(Admin, claimed.Id, Ct);

        Assert.Equal(DomainFaultCode.RecordDiffers, other.Fault?.Code);
        Assert.Contains("keyline-verification=0000?", other.Fault?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolver_that_fails_says_nothing_about_the_record()
    {
        var claimed = await ClaimedAsync();
        _world.Dns.Fault = new DnsFault(DnsFaultCode.ResolverSilent, "192.0.2.53 did not answer");

        Assert.Equal(DomainFaultCode.ResolverFailed, (await Verify.VerifyAsync(Admin, claimed.Id, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Takes_a_record_that_a_console_has_put_into_quotation_marks()
    {
        var claimed = await ClaimedAsync();
        _world.Dns.Publish(Name, $"\"{claimed.Challenge}\" ");

        Assert.True((await Verify.VerifyAsync(Admin, claimed.Id, Ct)).Ok);
    }

    [Fact]
    public async Task I6_The_second_tenant_is_refused_and_not_told_whose_it_is()
    {
        var mine = await ClaimedAsync();
        var theirs = (await Claim.ClaimAsync(Actor.CommandLine(_world.Other, "otto"), "acme.example", Ct)).Value;
        Assert.NotNull(theirs);
        _world.Dns.Publish(Name, mine.Challenge, theirs.Challenge);
        await Verify.VerifyAsync(Admin, mine.Id, Ct);

        var refused = await Verify.VerifyAsync(Actor.CommandLine(_world.Other, "otto"), theirs.Id, Ct);

        Assert.Equal(DomainFaultCode.VerifiedElsewhere, refused.Fault?.Code);
        Assert.DoesNotContain("acme", refused.Fault?.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.Null(_world.Domains.All.Single(domain => domain.Id == theirs.Id).VerifiedAt);
    }

    [Fact]
    public async Task Two_tenants_that_verify_at_once_do_not_both_get_it()
    {
        var mine = await ClaimedAsync();
        _world.Dns.Publish(Name, mine.Challenge);
        _world.Journal.BeforeCommit = () => _world.Domains.All.Add(
            mine with { Id = DomainId.New(), TenantId = _world.Other.Id, VerifiedAt = _world.Time.Now });

        Assert.Equal(DomainFaultCode.VerifiedElsewhere, (await Verify.VerifyAsync(Admin, mine.Id, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task I6_Nothing_is_done_with_another_tenants_claim()
    {
        var mine = await ClaimedAsync();
        var otto = Actor.CommandLine(_world.Other, "otto");
        _world.Dns.Publish(Name, mine.Challenge);

        Assert.Equal(DomainFaultCode.NotFound, (await Verify.VerifyAsync(otto, mine.Id, Ct)).Fault?.Code);
        Assert.Equal(DomainFaultCode.NotFound, (await Assign.AssignAsync(otto, mine.Id, null, Ct)).Fault?.Code);
        Assert.Equal(DomainFaultCode.NotFound, (await new RemoveDomain(_world.Domains, _world.Recorder).RemoveAsync(otto, mine.Id, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task A_claim_without_proof_runs_out()
    {
        var claimed = await ClaimedAsync();
        _world.Dns.Publish(Name, claimed.Challenge);
        _world.Time.Now += TimeSpan.FromDays(14);

        Assert.Equal(DomainFaultCode.ClaimExpired, (await Verify.VerifyAsync(Admin, claimed.Id, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Assigns_a_domain_to_a_connection_of_the_tenant()
    {
        var claimed = await ClaimedAsync();
        var connection = _world.AddConnection(_world.Acme, "corp");
        var foreign = _world.AddConnection(_world.Other, "corp");

        Assert.Equal(connection.Id, (await Assign.AssignAsync(Admin, claimed.Id, connection.Id, Ct)).Value?.ConnectionId);
        Assert.Equal(DomainFaultCode.UnknownConnection, (await Assign.AssignAsync(Admin, claimed.Id, foreign.Id, Ct)).Fault?.Code);
        var basic = Actor.CommandLine(_world.Acme with { Plan = Plan.Basic }, "anna");
        Assert.Equal(DomainFaultCode.PlanWithoutSso, (await Assign.AssignAsync(basic, claimed.Id, connection.Id, Ct)).Fault?.Code);
        Assert.Null((await Assign.AssignAsync(basic, claimed.Id, null, Ct)).Value?.ConnectionId);
        _world.Journal.BeforeCommit = _world.Domains.All.Clear;
        Assert.Equal(DomainFaultCode.Conflict, (await Assign.AssignAsync(Admin, claimed.Id, null, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Removes_a_claim()
    {
        var claimed = await ClaimedAsync();

        Assert.True((await new RemoveDomain(_world.Domains, _world.Recorder).RemoveAsync(Admin, claimed.Id, Ct)).Ok);
        Assert.Empty(_world.Domains.All);
    }

    private async Task<Domain> ClaimedAsync()
    {
        var claimed = await Claim.ClaimAsync(Admin, "acme.example", Ct);
        Assert.True(claimed.Ok);
        return claimed.Value;
    }
}
