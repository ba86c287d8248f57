namespace Keyline.Portal.Authenticators;

/// <summary>A one-time link: choose a password, and set up an authenticator app where that is asked for.</summary>
public sealed record CredentialLinkModel
{
    public required string TenantName { get; init; }

    /// <summary>Where the form goes; it posts <c>password</c>, <c>again</c> and, with an app, <c>code</c>.</summary>
    public required string Action { get; init; }

    public required string Username { get; init; }

    public required int MinimumLength { get; init; }

    /// <summary>The address for the QR code; null when no app is set up.</summary>
    public string? AppAddress { get; init; }

    /// <summary>The same secret for typing.</summary>
    public string? AppSecret { get; init; }

    public string? PasswordError { get; init; }

    public string? CodeError { get; init; }
}
