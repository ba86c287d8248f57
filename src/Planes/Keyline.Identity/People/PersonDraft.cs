namespace Keyline.Identity.People;

/// <summary>A person as an administrator adds them.</summary>
public sealed record PersonDraft
{
    public const int MaxExtensionLength = 8;

    /// <summary>What the person types to sign in.</summary>
    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>The number inside the company: 2 to 8 digits.</summary>
    public string? Extension { get; init; }
}
