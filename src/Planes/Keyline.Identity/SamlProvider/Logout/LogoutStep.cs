using Keyline.Identity.SamlProvider.Apps;

namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>An app that a sign-out must be told to.</summary>
/// <param name="AppId">Which.</param>
/// <param name="NameId">Whom the app knows.</param>
/// <param name="NameIdFormat">The kind of that name.</param>
/// <param name="Index">The session's name at the app.</param>
public sealed record LogoutStep(SamlAppId AppId, string NameId, string NameIdFormat, string Index)
{
    /// <summary>The ID of our request to it; null until it is sent.</summary>
    public string? RequestId { get; init; }
}
