using System.Text.Json.Serialization;

namespace Keyline.Identity.Federation.Ldap;

/// <summary>The settings of one connection of this protocol.</summary>
public sealed record LdapConnectionSettings : ConnectionSettings
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ConnectionKind Kind => ConnectionKind.Ldap;
}
