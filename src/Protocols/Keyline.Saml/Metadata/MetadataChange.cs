namespace Keyline.Saml.Metadata;

/// <summary>One thing in metadata that changed.</summary>
/// <param name="Name">What.</param>
/// <param name="Before">How it was; empty when it was not stated.</param>
/// <param name="After">How it is; empty when it is no longer stated.</param>
public sealed record MetadataChange(string Name, string Before, string After);
