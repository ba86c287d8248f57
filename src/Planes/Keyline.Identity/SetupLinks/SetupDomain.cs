using Keyline.Identity.Changes;
using Keyline.Identity.Domains;

namespace Keyline.Identity.SetupLinks;

/// <summary>Claims and verifies domains with a set-up link: those of the link and no others.</summary>
public sealed class SetupDomain(ISetupLinkStore links, IDomainStore domains, ClaimDomain claim, VerifyDomain verify, ChangeRecorder recorder)
{
    /// <summary>The domains of the link, as they stand now.</summary>
    public async Task<IReadOnlyList<Domain>> ListAsync(SetupSession session, CancellationToken ct)
    {
        var mine = new List<Domain>();
        foreach (var id in session.Link.DomainIds)
        {
            if (await domains.FindAsync(session.Tenant.Id, id, ct) is { } domain)
            {
                mine.Add(domain);
            }
        }

        return mine;
    }

    /// <summary>Claims a domain. A claim of the tenant that waits for its proof is taken on.</summary>
    public async Task<Result<Domain, DomainFault>> ClaimAsync(SetupSession session, string? text, CancellationToken ct)
    {
        if (session.Link.DomainIds.Count >= SetupLink.MaxDomains)
        {
            return new DomainFault(DomainFaultCode.TooMany, $"up to {SetupLink.MaxDomains} domains can be set up with one link");
        }

        var name = DomainName.Parse(text);
        if (name.Ok && await domains.FindAsync(session.Tenant.Id, name.Value.Value, ct) is { VerifiedAt: null } known)
        {
            if (session.Link.DomainIds.Contains(known.Id))
            {
                return known;
            }

            Keep(session, known.Id);
            recorder.Record(session.Actor, "domain.take-on", ClaimDomain.PartyOf(known));
            return await recorder.TryCommitAsync(CancellationToken.None)
                ? known
                : new DomainFault(DomainFaultCode.Conflict, "somebody else changed the domain at the same time; try again");
        }

        return await claim.ClaimAsync(session.Actor, text, domain => Keep(session, domain.Id), ct);
    }

    /// <summary>Looks for the proof of one of the link's domains.</summary>
    public async Task<Result<Domain, DomainFault>> VerifyAsync(SetupSession session, DomainId id, CancellationToken ct) =>
        session.Link.DomainIds.Contains(id)
            ? await verify.VerifyAsync(session.Actor, id, ct)
            : new DomainFault(DomainFaultCode.NotFound, "this set-up link has no such domain");

    private void Keep(SetupSession session, DomainId id) => links.Update(session.Link with { DomainIds = [.. session.Link.DomainIds, id] });
}
