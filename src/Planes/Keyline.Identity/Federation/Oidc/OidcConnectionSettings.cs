using System.Text.Json.Serialization;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>The settings of one connection of this protocol.</summary>
public sealed record OidcConnectionSettings : ConnectionSettings
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ConnectionKind Kind => ConnectionKind.Oidc;
}
