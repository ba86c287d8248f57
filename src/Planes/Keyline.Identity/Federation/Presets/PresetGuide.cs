namespace Keyline.Identity.Federation.Presets;

/// <summary>What setting up one kind of IdP takes: what Keyline fills in, what to paste at the IdP, and what to watch out for.</summary>
public sealed record PresetGuide
{
    public required Preset Preset { get; init; }

    public required ConnectionKind Kind { get; init; }

    /// <summary>The IdP's name, for reading.</summary>
    public required string Title { get; init; }

    /// <summary>What is filled in.</summary>
    public required AttributeMap Attributes { get; init; }

    /// <summary>What is filled in.</summary>
    public required ConnectionSettings Settings { get; init; }

    /// <summary>What to do at the IdP, in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What surprises people with this IdP.</summary>
    public required IReadOnlyList<string> WatchOuts { get; init; }

    /// <summary>The exact values to enter at the IdP.</summary>
    public IReadOnlyList<PresetValue> ValuesToPaste(ConnectionAddresses addresses) => Kind switch
    {
        ConnectionKind.Saml =>
        [
            new PresetValue("Entity ID (identifier, audience)", addresses.SamlEntityId),
            new PresetValue("Reply URL (assertion consumer service)", addresses.SamlConsumer),
            new PresetValue("Logout URL (single logout service)", addresses.SamlLogout),
            new PresetValue("Metadata, where the IdP reads it", addresses.SamlMetadata),
        ],
        ConnectionKind.Oidc =>
        [
            new PresetValue("Redirect URI", addresses.OidcCallback),
            new PresetValue("Back-channel logout URI", addresses.OidcBackChannelLogout),
            new PresetValue("Post-logout redirect URI", addresses.SignedOut),
        ],
        _ => [],
    };
}
