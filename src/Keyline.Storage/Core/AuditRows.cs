using Keyline.Journal;

namespace Keyline.Storage.Core;

/// <summary>An audit entry and its row.</summary>
internal static class AuditRows
{
    private const int MaxName = 200;
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
        Facts = entry.Facts.Take(AuditEntry.MaxFacts).ToDictionary(fact => Cut(fact.Key), fact => Cut(fact.Value, 1000), StringComparer.Ordinal),
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

    private static string Fold(AuditEntry entry) => Cut(string.Join(
        ' ', [entry.Action, entry.Actor.Name, entry.Target.Name, entry.Reference, entry.Address, .. entry.Facts.Values])
        .ToLowerInvariant(), MaxSearchKey);

    // PostgreSQL keeps no NUL in text, and no half of a surrogate pair.
    private static string Cut(string text, int length = MaxName)
    {
        var clean = text.Replace('\0', '\uFFFD');
        var end = Math.Min(clean.Length, length);
        clean = clean[..(end > 0 && end < clean.Length && char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end)];
        return clean.All(c => !char.IsSurrogate(c)) ? clean : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(clean));
    }
}
