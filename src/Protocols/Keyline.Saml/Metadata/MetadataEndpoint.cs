using Keyline.Saml.Messages;

namespace Keyline.Saml.Metadata;

/// <summary>An address in metadata (Metadata 2.2.2).</summary>
/// <param name="Binding">How messages are sent there.</param>
/// <param name="Location">The address: absolute, http or https.</param>
public sealed record MetadataEndpoint(SamlBinding Binding, string Location)
{
    /// <summary>The address for responses, when it is another.</summary>
    public string? ResponseLocation { get; init; }

    /// <summary>The index by which requests may name it; assertion consumer services have one.</summary>
    public int? Index { get; init; }

    /// <summary>Whether it is the one to use when none is named.</summary>
    public bool IsDefault { get; init; }
}
