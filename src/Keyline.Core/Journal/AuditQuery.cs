namespace Keyline.Journal;

/// <summary>What to look for in a tenant's audit log.</summary>
public sealed record AuditQuery
{
    /// <summary>Whose log.</summary>
    public required TenantId TenantId { get; init; }

    /// <summary>Part of an action, a name, an identifier or a reference; empty for all.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only this outcome.</summary>
    public AuditOutcome? Outcome { get; init; }

    /// <summary>Only what this person did or what was done to them, by identifier.</summary>
    public string PartyId { get; init; } = "";

    /// <summary>Only from this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only entries older than this one: the last of the page before.</summary>
    public AuditEntryId? Before { get; init; }

    /// <summary>How many at most; 1 to 1,000.</summary>
    public int Limit { get; init; } = 50;
}
