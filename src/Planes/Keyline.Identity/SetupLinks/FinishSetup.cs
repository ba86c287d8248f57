using System.Globalization;
using Keyline.Identity.Changes;
using Keyline.Identity.Domains;

namespace Keyline.Identity.SetupLinks;

/// <summary>Ends a set-up: the link's domains lead to its connection, and the link opens nothing any more.</summary>
public sealed class FinishSetup(ISetupLinkStore links, IDomainStore domains, ChangeRecorder recorder)
{
    public async Task<Result<SetupLink, SetupFault>> FinishAsync(SetupSession session, CancellationToken ct)
    {
        var assigned = 0;
        foreach (var id in session.Link.ConnectionId is null ? [] : session.Link.DomainIds)
        {
            if (await domains.FindAsync(session.Tenant.Id, id, ct) is { ConnectionId: null } domain)
            {
                domains.Update(domain with { ConnectionId = session.Link.ConnectionId });
                recorder.Announce(session.Actor, ChangeKinds.Domain, id.ToString());
                assigned++;
            }
        }

        var finished = session.Link with { FinishedAt = recorder.Now };
        links.Update(finished);
        recorder.Record(session.Actor, "setup-link.finish", SetupSession.PartyOf(finished),
            ("domains-assigned", assigned.ToString(CultureInfo.InvariantCulture)));
        return await recorder.TryCommitAsync(CancellationToken.None) ? finished : SetupFault.Conflict;
    }
}
