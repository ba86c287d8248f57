using Keyline.Identity.Federation.Saml;

namespace Keyline.Portal.Connections;

/// <summary>The connection's name and what it does, and for SAML how it asks and what it accepts.</summary>
/// <param name="Frame">Around it.</param>
/// <param name="Form">The fields.</param>
/// <param name="Keys">Our own keys, for SAML; null otherwise.</param>
public sealed record OptionsModel(DeskFrame Frame, FormState Form, IReadOnlyList<SamlKey>? Keys);
