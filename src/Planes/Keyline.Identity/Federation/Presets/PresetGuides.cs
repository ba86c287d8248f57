namespace Keyline.Identity.Federation.Presets;

/// <summary>The guides of all presets.</summary>
public static class PresetGuides
{
    public static IReadOnlyList<PresetGuide> All { get; } =
    [
        EntraGuides.Oidc, EntraGuides.Saml, OktaGuides.Oidc, OktaGuides.Saml, GoogleGuides.Oidc, GoogleGuides.Saml,
        GenericGuides.Oidc, GenericGuides.Saml, DirectoryGuides.ActiveDirectory, DirectoryGuides.Ldap,
    ];

    /// <summary>The guide of a preset with a protocol; null where that IdP does not speak it.</summary>
    public static PresetGuide? Find(Preset preset, ConnectionKind kind) => All.FirstOrDefault(guide => guide.Preset == preset && guide.Kind == kind);
}
