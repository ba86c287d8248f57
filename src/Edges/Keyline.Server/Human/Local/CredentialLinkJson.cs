namespace Keyline.Server.Human.Local;

/// <summary>A link, shown this once to whoever hands it on.</summary>
internal sealed record CredentialLinkJson(string Link, DateTimeOffset ExpiresAt);
