namespace Keyline.Server.Tests.Human.OpenId;

/// <summary>What a request to a provider said.</summary>
internal sealed record OidcAsked(string State, string Nonce, string RedirectUri, string Challenge);
