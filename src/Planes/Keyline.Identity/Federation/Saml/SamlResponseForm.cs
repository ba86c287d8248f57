using Keyline.Secrets;

namespace Keyline.Identity.Federation.Saml;

/// <summary>What a browser posted to the assertion consumer service.</summary>
/// <param name="Response">The field SAMLResponse.</param>
/// <param name="RelayState">The field RelayState.</param>
/// <param name="Browser">The cookie of the browser that began, if it came.</param>
public sealed record SamlResponseForm(string? Response, string? RelayState, SecretText? Browser);
