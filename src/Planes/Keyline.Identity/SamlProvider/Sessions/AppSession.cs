using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.SamlProvider.Sessions;

/// <summary>That a session of a person opened an app, and what the app was told: single logout needs both.</summary>
public sealed record AppSession
{
    public const int MaxNameIdLength = 512;

    public required TenantId TenantId { get; init; }

    public required SessionId SessionId { get; init; }

    public required SamlAppId AppId { get; init; }

    /// <summary>The session's name for this app alone: the SessionIndex.</summary>
    public required string Index { get; init; }

    public required string NameId { get; init; }

    public required string NameIdFormat { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Until when it must be remembered: the session's own end.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
