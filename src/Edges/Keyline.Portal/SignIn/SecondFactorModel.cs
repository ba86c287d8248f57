namespace Keyline.Portal.SignIn;

/// <summary>The second proof of a local sign-in. Only the ways that the account has are shown.</summary>
public sealed record SecondFactorModel
{
    public required string TenantName { get; init; }

    /// <summary>Where every form goes; each posts <c>method</c>: <c>passkey</c>, <c>totp</c> or <c>recovery</c>.</summary>
    public required string Action { get; init; }

    public required string CancelHref { get; init; }

    /// <summary>The request options as JSON, when the account has a passkey. The form posts <c>credential</c>.</summary>
    public string? PasskeyOptions { get; init; }

    /// <summary>Whether the account has an authenticator app. The form posts <c>code</c>.</summary>
    public bool HasTotp { get; init; }

    /// <summary>Whether recovery codes are left. The form posts <c>code</c>.</summary>
    public bool HasRecoveryCodes { get; init; }

    /// <summary>Why this is asked, where it is not a plain sign-in.</summary>
    public string? Reason { get; init; }

    public string? Error { get; init; }
}
