namespace Keyline.Identity.Federation.Presets;

/// <summary>All presets.</summary>
public static class ConnectionPresets
{
    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<ConnectionPreset> All { get; } =
    [
        EntraPresets.Saml, EntraPresets.Oidc, OktaPresets.Saml, OktaPresets.Oidc, GooglePresets.Saml, GooglePresets.Oidc,
        ActiveDirectoryPresets.Ldap, ActiveDirectoryPresets.FederationServices, GenericPresets.Saml, GenericPresets.Oidc, GenericPresets.Ldap,
    ];

    public static ConnectionPreset? Find(string? key) => All.FirstOrDefault(preset => preset.Key == key);

    /// <summary>The preset of a connection; the generic one where its IdP has none for the protocol.</summary>
    public static ConnectionPreset Of(Connection connection) => Of(connection.Preset, connection.Kind);

    internal static ConnectionPreset Of(Preset preset, ConnectionKind kind) =>
        All.FirstOrDefault(known => known.Preset == preset && known.Kind == kind)
        ?? All.First(known => known.Preset == Preset.Generic && known.Kind == kind);
}
