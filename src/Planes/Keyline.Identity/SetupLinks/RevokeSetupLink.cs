using Keyline.Identity.Changes;

namespace Keyline.Identity.SetupLinks;

/// <summary>Takes a link back. What was set up with it stays.</summary>
public sealed class RevokeSetupLink(ISetupLinkStore links, ChangeRecorder recorder)
{
    public async Task<Result<SetupLink, SetupFault>> RevokeAsync(Actor actor, SetupLinkId id, CancellationToken ct)
    {
        if (await links.FindAsync(actor.Tenant.Id, id, ct) is not { } link)
        {
            return SetupFault.Unknown;
        }

        if (SetupFault.Of(link.StateAt(recorder.Now)) is not null)
        {
            return link;
        }

        var revoked = link with { RevokedAt = recorder.Now };
        links.Update(revoked);
        recorder.Record(actor, "setup-link.revoke", SetupSession.PartyOf(link));
        return await recorder.TryCommitAsync(CancellationToken.None) ? revoked : SetupFault.Conflict;
    }
}
