using Keyline.Identity.Federation;

namespace Keyline.Identity.SignIn;

/// <summary>An attribute that an IdP has sent.</summary>
public sealed record SeenAttribute
{
    public const int MaxNameLength = 300;

    public required TenantId TenantId { get; init; }

    public required ConnectionId ConnectionId { get; init; }

    public required string Name { get; init; }

    /// <summary>A shortened value; sealed while it is stored.</summary>
    public required string Sample { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}
