namespace Keyline.Saml.Bindings;

/// <summary>The signature in a query (Bindings 3.4.4.1): over the octets of the query as they came.</summary>
/// <param name="Algorithm">What SigAlg says.</param>
/// <param name="SignedOctets">The parameters in the order of the specification, escaped as they were.</param>
/// <param name="Value">The signature.</param>
internal sealed record RedirectSignature(string Algorithm, byte[] SignedOctets, byte[] Value);
