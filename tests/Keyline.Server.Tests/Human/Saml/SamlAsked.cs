namespace Keyline.Server.Tests.Human.Saml;

/// <summary>What a request to an IdP said.</summary>
internal sealed record SamlAsked(string Id, string RelayState, string Consumer, string Issuer, bool ForceAuthn);
