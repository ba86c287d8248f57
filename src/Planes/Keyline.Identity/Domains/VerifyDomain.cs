using Keyline.Identity.Changes;

namespace Keyline.Identity.Domains;

/// <summary>Looks for the proof now. A name is verified for one tenant of the installation at most.</summary>
public sealed class VerifyDomain(IDomainStore domains, ChallengeCheck challenge, DomainRules rules, ChangeRecorder recorder)
{
    public async Task<Result<Domain, DomainFault>> VerifyAsync(Actor actor, DomainId id, CancellationToken ct)
    {
        if (await domains.FindAsync(actor.Tenant.Id, id, ct) is not { } domain)
        {
            return new DomainFault(DomainFaultCode.NotFound, "there is no such claim");
        }

        if (DomainStatus.Of(domain, rules) is { State: DomainState.Claimed, Until: { } end } && end <= recorder.Now)
        {
            return new DomainFault(DomainFaultCode.ClaimExpired,
                $"the claim ran out on {end:u} without proof; claim the domain again and publish the new record");
        }

        var found = await challenge.FindAsync(domain, ct);
        if (!found.Ok)
        {
            await recorder.RefuseAsync(actor, "domain.verify", ClaimDomain.PartyOf(domain), found.Fault.Code.ToString(), found.Fault.Detail, ct);
            return found.Fault;
        }

        var verified = domain with { VerifiedAt = domain.VerifiedAt ?? recorder.Now, CheckedAt = recorder.Now, MissingSince = null };
        var taken = await domains.FindVerifiedAsync(domain.Name, ct);
        if (taken is null || taken.Id == domain.Id)
        {
            domains.Update(verified);
            recorder.Record(actor, "domain.verify", ClaimDomain.PartyOf(domain));
            recorder.Announce(actor, ChangeKinds.Domain, domain.Id.ToString());
            if (await recorder.TryCommitAsync(CancellationToken.None))
            {
                return verified;
            }
        }

        const string Detail = "the record is right, but the domain is in use elsewhere in this installation; "
            + "it must be given up there first. The operator can help";
        await recorder.RefuseAsync(
            actor, "domain.verify", ClaimDomain.PartyOf(domain), nameof(DomainFaultCode.VerifiedElsewhere), Detail, CancellationToken.None);
        return new DomainFault(DomainFaultCode.VerifiedElsewhere, Detail);
    }
}
