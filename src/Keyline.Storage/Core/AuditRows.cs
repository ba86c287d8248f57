using Keyline.Journal;

namespace Keyline.Storage.Core;

/// <summary>An audit entry and its row.</summary>
internal static class AuditRows
{
    private const int MaxName = 200;
    private const int MaxFact = 1000;
    private const int MaxSearchKey = 2000;

    public static AuditRow Of(AuditEntry entry) => new()
    {
        Id = entry.Id,
        TenantId = entry.TenantId,
        At = entry.At,
        Action = Cut(entry.Action),
        Outcome = entry.Outcome,
        ActorKind = Cut(entry.Actor.Kind),
        ActorId = Cut(entry.Actor.Id),
        ActorName = Cut(entry.Actor.Name),
        TargetKind = Cut(entry.Target.Kind),
        TargetId = Cut(entry.Target.Id),
        TargetName = Cut(entry.Target.Name),
        Reference = Cut(entry.Reference),
        Address = Cut(entry.Address),
        Facts = Facts(entry),
        SearchKey = Fold(entry),
    };

    public static AuditEntry Entry(AuditRow row) => new()
    {
        Id = row.Id,
        TenantId = row.TenantId,
        At = row.At,
        Action = row.Action,
        Outcome = row.Outcome,
        Actor = new AuditParty(row.ActorKind, row.ActorId, row.ActorName),
        Target = new AuditParty(row.TargetKind, row.TargetId, row.TargetName),
        Reference = row.Reference,
        Address = row.Address,
        Facts = row.Facts,
    };

    // Names that come from outside may become the same when they are cut: the first one stays.
    private static Dictionary<string, string> Facts(AuditEntry entry)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in entry.Facts.Take(AuditEntry.MaxFacts))
        {
            facts.TryAdd(Cut(name), StoredText.Cut(value, MaxFact));
        }

        return facts;
    }

    private static string Fold(AuditEntry entry) => StoredText.Cut(string.Join(
        ' ', [entry.Action, entry.Actor.Name, entry.Target.Name, entry.Reference, entry.Address, .. entry.Facts.Values])
        .ToLowerInvariant(), MaxSearchKey);

    private static string Cut(string text) => StoredText.Cut(text, MaxName);
}
