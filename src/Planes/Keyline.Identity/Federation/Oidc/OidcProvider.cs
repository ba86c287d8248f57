using Keyline.OpenId.Discovery;
using Keyline.OpenId.Keys;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>What a provider has published, and how old our copy is.</summary>
/// <param name="Metadata">The metadata.</param>
/// <param name="Keys">The keys.</param>
/// <param name="Age">When both were fetched.</param>
public sealed record OidcProvider(ProviderMetadata Metadata, KeySet Keys, KeySetAge Age);
