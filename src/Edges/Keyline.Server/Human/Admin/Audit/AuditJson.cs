using Keyline.Journal;

namespace Keyline.Server.Human.Admin.Audit;

/// <summary>An audit entry.</summary>
internal sealed record AuditJson(
    Guid Id, DateTimeOffset At, string Action, AuditOutcome Outcome, AuditParty Actor, AuditParty Target, string Reference, string Address,
    IReadOnlyDictionary<string, string> Facts)
{
    public static AuditJson Of(AuditEntry entry) => new(
        entry.Id.Value, entry.At, entry.Action, entry.Outcome, entry.Actor, entry.Target, entry.Reference, entry.Address, entry.Facts);
}
