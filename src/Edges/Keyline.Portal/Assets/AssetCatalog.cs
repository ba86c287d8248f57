using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Keyline.Portal.Assets;

/// <summary>
/// The portal's own stylesheet, scripts and pictures. They are part of the assembly, so that they are the same in a
/// development run and in a published one, and each has an address that changes with its content.
/// </summary>
public static class AssetCatalog
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> _byName = Load().ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, Asset> _byAddress =
        _byName.Values.ToFrozenDictionary(asset => asset.Address, StringComparer.Ordinal);

    /// <summary>The address of an asset, from the host's root.</summary>
    public static string Href(string name) => _byName[name].Address;

    internal static IEnumerable<Asset> All => _byName.Values;

    internal static Asset? Find(string address) => _byAddress.GetValueOrDefault(address);

    private static IEnumerable<Asset> Load()
    {
        var assembly = typeof(AssetCatalog).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!; // the name was listed a line above
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var name = resource[Prefix.Length..];
            var extension = Path.GetExtension(name);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
            yield return new Asset
            {
                Name = name,
                Address = $"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{extension}",
                MediaType = MediaType(extension),
                Content = bytes,
            };
        }
    }

    private static string MediaType(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new InvalidOperationException($"No media type is known for an asset that ends in '{extension}'; add it here."),
    };
}
