namespace Keyline.Server.Human.Local;

/// <summary>What the link is to set.</summary>
internal sealed record CredentialLinkBody(bool WithApp);
