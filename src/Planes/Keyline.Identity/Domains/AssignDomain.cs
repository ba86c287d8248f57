using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.Tenants;

namespace Keyline.Identity.Domains;

/// <summary>Says at which connection the people of a domain sign in.</summary>
public sealed class AssignDomain(IDomainStore domains, IConnectionStore connections, ChangeRecorder recorder)
{
    /// <param name="actor">Who.</param>
    /// <param name="id">The claim; it need not be verified yet.</param>
    /// <param name="connectionId">The connection; null: people choose.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<Domain, DomainFault>> AssignAsync(Actor actor, DomainId id, ConnectionId? connectionId, CancellationToken ct)
    {
        if (connectionId is not null && SsoPlan.Check(actor.Tenant) is { Ok: false, Fault: var plan })
        {
            return new DomainFault(DomainFaultCode.PlanWithoutSso, plan.Detail);
        }

        if (await domains.FindAsync(actor.Tenant.Id, id, ct) is not { } domain)
        {
            return new DomainFault(DomainFaultCode.NotFound, "there is no such claim");
        }

        var connection = connectionId is { } wanted ? await connections.FindAsync(actor.Tenant.Id, wanted, ct) : null;
        if (connectionId is not null && connection is null)
        {
            return new DomainFault(DomainFaultCode.UnknownConnection, "there is no such connection");
        }

        var changed = domain with { ConnectionId = connectionId };
        domains.Update(changed);
        recorder.Record(actor, "domain.assign", ClaimDomain.PartyOf(domain), ("connection", connection?.Slug ?? ""));
        recorder.Announce(actor, ChangeKinds.Domain, domain.Id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None)
            ? changed
            : new DomainFault(DomainFaultCode.Conflict, "somebody else changed the domain at the same time; look at it and try again");
    }
}
