namespace Keyline.Portal.Authenticators;

/// <summary>"My account": how a person proves who they are.</summary>
public sealed record SecurityModel
{
    /// <summary>Whether the person has a password here. Others prove themselves at their identity provider.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>The connections at which the person signs in, by name.</summary>
    public IReadOnlyList<string> ManagedBy { get; init; } = [];

    /// <summary>Whether second factors may be changed without signing in again.</summary>
    public required bool IsFresh { get; init; }

    /// <summary>Where to sign in again.</summary>
    public required string SignInAgainHref { get; init; }

    public required DateTimeOffset? PasswordSetAt { get; init; }

    /// <summary>Whether a new password is asked for.</summary>
    public required bool RotationDue { get; init; }

    public required int MinimumLength { get; init; }

    public required bool HasTotp { get; init; }

    public required IReadOnlyList<PasskeyLine> Passkeys { get; init; }

    public required int RecoveryCodesLeft { get; init; }

    /// <summary>The options for adding a passkey; null when it may not be done now.</summary>
    public string? PasskeyOptions { get; init; }

    public string? PasswordError { get; init; }

    public string? Error { get; init; }
}
