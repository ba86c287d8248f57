namespace Keyline.Identity.Federation.Ldap;

/// <summary>The settings of one connection of this protocol.</summary>
public sealed record LdapConnectionSettings : ConnectionSettings
{
    /// <inheritdoc/>
    public override ConnectionKind Kind => ConnectionKind.Ldap;
}
