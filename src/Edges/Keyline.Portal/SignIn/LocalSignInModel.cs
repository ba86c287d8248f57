using Keyline.Portal.Frame;

namespace Keyline.Portal.SignIn;

/// <summary>Sign-in with a password that Keyline itself holds: break-glass accounts, and people who may.</summary>
public sealed record LocalSignInModel
{
    public required string TenantName { get; init; }

    /// <summary>Where the form goes; it posts <c>username</c>, <c>password</c> and <c>return</c>.</summary>
    public required string Action { get; init; }

    public required string OtherWayHref { get; init; }

    public string? Username { get; init; }

    public string? ReturnPath { get; init; }

    public string? Error { get; init; }

    public Flash? Flash { get; init; }
}
