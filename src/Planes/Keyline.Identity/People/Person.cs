namespace Keyline.Identity.People;

/// <summary>A human user of a tenant. A break-glass account is a person too, of that kind.</summary>
public sealed record Person
{
    public const int MaxNameLength = 200;

    public const int MaxKeyLength = 320;

    public required PersonId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required PersonKind Kind { get; init; }

    /// <summary>What the person may type to sign in; unique in the tenant when folded.</summary>
    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Extension { get; init; }

    public PersonState State { get; init; } = PersonState.Active;

    /// <summary>Whether this person may sign in locally where the tenant leaves that to the person.</summary>
    public bool LocalSignIn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; init; }
}
