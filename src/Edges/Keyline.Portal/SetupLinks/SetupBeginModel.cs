namespace Keyline.Portal.SetupLinks;

/// <summary>A set-up link that was opened and not begun.</summary>
public sealed record SetupBeginModel(string TenantName, string Home);
