using System.Diagnostics;

namespace Keyline.Identity.Federation.Presets;

/// <summary>A value to paste at the IdP.</summary>
/// <param name="Label">What the IdP's page calls it.</param>
/// <param name="Kind">Which address of ours it is; null when the value is the same for everybody.</param>
/// <param name="Text">The value, when it is no address of ours.</param>
public sealed record PresetValue(string Label, AddressKind? Kind, string? Text = null)
{
    /// <summary>The exact value at one connection.</summary>
    public string At(ConnectionAddresses addresses) => Kind switch
    {
        null => Text ?? "",
        AddressKind.SamlMetadata => addresses.SamlMetadata,
        AddressKind.SamlEntityId => addresses.SamlEntityId,
        AddressKind.SamlConsumer => addresses.SamlConsumer,
        AddressKind.SamlLogout => addresses.SamlLogout,
        AddressKind.OidcCallback => addresses.OidcCallback,
        AddressKind.OidcBackChannelLogout => addresses.OidcBackChannelLogout,
        AddressKind.SignedOut => addresses.SignedOut,
        _ => throw new UnreachableException(),
    };
}
