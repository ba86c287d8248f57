namespace Keyline.Journal;

/// <summary>One decision or change, as the audit log keeps it. Append-only; holds no secret.</summary>
public sealed record AuditEntry
{
    /// <summary>How many facts an entry may hold.</summary>
    public const int MaxFacts = 64;

    /// <summary>Identifies the entry.</summary>
    public AuditEntryId Id { get; init; } = AuditEntryId.New();

    /// <summary>Whose log the entry is in.</summary>
    public required TenantId TenantId { get; init; }

    /// <summary>When it happened, to the millisecond, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened, for example <c>sign-in</c> or <c>mapping.create</c>.</summary>
    public required string Action { get; init; }

    /// <summary>How it ended.</summary>
    public required AuditOutcome Outcome { get; init; }

    /// <summary>Who did it.</summary>
    public required AuditParty Actor { get; init; }

    /// <summary>What it was done to.</summary>
    public AuditParty Target { get; init; } = AuditParty.None;

    /// <summary>The reference that the person was shown; empty where there was none.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The network address that the request came from; empty for Keyline's own work.</summary>
    public string Address { get; init; } = "";

    /// <summary>What else is worth knowing, by name: identifiers that the IdP logs too, codes, old and new values.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
