using Keyline.Saml.Metadata;

namespace Keyline.Identity.Federation.Saml;

/// <summary>What reading an IdP's metadata led to.</summary>
/// <param name="Connection">The connection as it is now.</param>
/// <param name="Differences">What differs from what was in use.</param>
/// <param name="Applied">Whether the difference is in use; otherwise it waits, or there is none.</param>
public sealed record MetadataReading(Connection Connection, IReadOnlyList<MetadataChange> Differences, bool Applied);
