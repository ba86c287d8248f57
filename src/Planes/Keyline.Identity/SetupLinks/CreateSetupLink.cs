using System.Globalization;
using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.Tenants;
using Keyline.Secrets;

namespace Keyline.Identity.SetupLinks;

/// <summary>An operator or a tenant administrator makes a link for the customer's IT staff.</summary>
public sealed class CreateSetupLink(ISetupLinkStore links, IConnectionStore connections, ChangeRecorder recorder)
{
    /// <param name="actor">Who.</param>
    /// <param name="label">For whom, one line.</param>
    /// <param name="lifetime">How long it can be used.</param>
    /// <param name="connectionId">A connection that is there already and is to be finished with the link; null: a new one.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<NewSetupLink, SetupFault>> CreateAsync(
        Actor actor, string label, TimeSpan lifetime, ConnectionId? connectionId, CancellationToken ct)
    {
        if (SsoPlan.Check(actor.Tenant) is { Ok: false, Fault: var plan })
        {
            return new SetupFault(SetupFaultCode.PlanWithoutSso, plan.Detail);
        }

        if (!LineText.TryParse(label, SetupLink.MaxLabelLength, out var clean))
        {
            return new SetupFault(SetupFaultCode.BadLabel, $"expected one line of 1 to {SetupLink.MaxLabelLength} characters that says for whom the link is");
        }

        if (lifetime < TimeSpan.FromHours(1) || lifetime > SetupLink.LongestLifetime)
        {
            return new SetupFault(SetupFaultCode.BadLifetime, $"expected a lifetime of 1 hour to {SetupLink.LongestLifetime.TotalDays:0} days");
        }

        if (connectionId is { } wanted && await connections.FindAsync(actor.Tenant.Id, wanted, ct) is null)
        {
            return new SetupFault(SetupFaultCode.UnknownConnection, "there is no such connection");
        }

        var token = BearerSecret.New();
        var link = new SetupLink
        {
            Id = SetupLinkId.New(),
            TenantId = actor.Tenant.Id,
            TokenHash = BearerSecret.Hash(token),
            Label = clean,
            CreatedBy = actor.Party.Name.Length <= 200 ? actor.Party.Name : actor.Party.Name[..200],
            CreatedAt = recorder.Now,
            ExpiresAt = recorder.Now + lifetime,
            ConnectionId = connectionId,
        };
        links.Add(link);
        recorder.Record(actor, "setup-link.create", SetupSession.PartyOf(link), ("until", link.ExpiresAt.ToString("u", CultureInfo.InvariantCulture)));
        return await recorder.TryCommitAsync(CancellationToken.None) ? new NewSetupLink(link, token) : SetupFault.Conflict;
    }
}
