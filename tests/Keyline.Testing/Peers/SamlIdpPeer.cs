using System.Globalization;

namespace Keyline.Testing.Peers;

/// <summary>SimpleSAMLphp as a company's SAML identity provider. People: user001 to user020, password <c>pw-NAME</c>.</summary>
public sealed class SamlIdpPeer : IAsyncDisposable
{
    private readonly Peer _peer;

    private SamlIdpPeer(Peer peer) => _peer = peer;

    /// <summary>Its address, without a path.</summary>
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://{_peer.Host}:{_peer.Port}"));

    /// <summary>The name that it signs with.</summary>
    public string EntityId => new Uri(Address, "/idp").ToString();

    /// <summary>Where its metadata is.</summary>
    public Uri MetadataAddress => new(Address, "/saml2/idp/metadata.php");

    /// <summary>What it has logged.</summary>
    public string Log => _peer.Log;

    /// <summary>Starts it.</summary>
    /// <param name="encrypt">Whether assertions are encrypted.</param>
    /// <param name="settings">More of what <c>tests/peers/simplesamlphp.sh</c> knows.</param>
    public static async Task<SamlIdpPeer> StartAsync(bool encrypt = false, IReadOnlyDictionary<string, string>? settings = null)
    {
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        all["SAML_ENCRYPT"] = encrypt ? "1" : "0";
        return new SamlIdpPeer(await Peer.StartAsync("simplesamlphp", all));
    }

    /// <summary>Makes a service provider known, from its metadata; the same name replaces it.</summary>
    public void Know(string name, string metadata) => File.WriteAllText(Path.Combine(_peer.Folder, "sp", name + ".xml"), metadata);

    /// <summary>Where a sign-in begins that no service provider has asked for.</summary>
    public Uri StartAddress(string serviceProvider) =>
        new(Address, "/saml2/idp/SSOService.php?spentityid=" + Uri.EscapeDataString(serviceProvider));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _peer.DisposeAsync();
}
