namespace Keyline.Identity.Federation.Presets;

/// <summary>Which of a connection's own addresses is to be pasted at the IdP.</summary>
public enum AddressKind
{
    SamlMetadata,
    SamlEntityId,
    SamlConsumer,
    SamlLogout,
    OidcCallback,
    OidcBackChannelLogout,
    SignedOut,
}
