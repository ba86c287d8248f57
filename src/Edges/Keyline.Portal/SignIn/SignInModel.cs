using Keyline.Portal.Frame;

namespace Keyline.Portal.SignIn;

/// <summary>The first page: who are you? It is the same for people whom Keyline knows and for those it does not.</summary>
public sealed record SignInModel
{
    /// <summary>Where the form goes; it posts <c>identifier</c> and <c>return</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The tenant's name at a tenant's own address; null at the host's root.</summary>
    public string? TenantName { get; init; }

    /// <summary>A local path to come back to.</summary>
    public string? ReturnPath { get; init; }

    public string? Identifier { get; init; }

    public string? Error { get; init; }

    public Flash? Flash { get; init; }
}
