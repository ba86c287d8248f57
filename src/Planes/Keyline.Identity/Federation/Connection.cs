namespace Keyline.Identity.Federation;

/// <summary>A tenant's trust in one IdP.</summary>
public sealed record Connection
{
    public const int MaxSlugLength = 40;

    public const int MaxNameLength = 200;

    public required ConnectionId Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>The connection's name in addresses, as a tenant's slug is made; unique in the tenant, never changed.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public Preset Preset { get; init; }

    /// <summary>Whether people may sign in through it; a new one may only be tested.</summary>
    public bool Enabled { get; init; }

    /// <summary>Whether a first sign-in makes a person; otherwise only invited people come in.</summary>
    public bool CreatesPeople { get; init; } = true;

    public AttributeMap Attributes { get; init; } = new();

    public required ConnectionSettings Settings { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When a test sign-in last succeeded with the settings as they are.</summary>
    public DateTimeOffset? TestedAt { get; init; }

    public ConnectionKind Kind => Settings.Kind;
}
