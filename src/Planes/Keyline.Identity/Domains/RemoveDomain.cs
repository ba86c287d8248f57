using Keyline.Identity.Changes;

namespace Keyline.Identity.Domains;

/// <summary>Gives a claim up, verified or not.</summary>
public sealed class RemoveDomain(IDomainStore domains, ChangeRecorder recorder)
{
    public async Task<Result<Unit, DomainFault>> RemoveAsync(Actor actor, DomainId id, CancellationToken ct)
    {
        if (await domains.FindAsync(actor.Tenant.Id, id, ct) is not { } domain)
        {
            return new DomainFault(DomainFaultCode.NotFound, "there is no such claim");
        }

        domains.Remove(domain);
        recorder.Record(actor, "domain.remove", ClaimDomain.PartyOf(domain), ("verified", domain.VerifiedAt is null ? "no" : "yes"));
        recorder.Announce(actor, ChangeKinds.Domain, domain.Id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None)
            ? new Unit()
            : new DomainFault(DomainFaultCode.Conflict, "somebody else changed the domain at the same time; look at it and try again");
    }
}
