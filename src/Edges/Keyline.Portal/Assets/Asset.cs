using System.IO.Compression;

namespace Keyline.Portal.Assets;

internal sealed class Asset
{
    private readonly Lazy<ReadOnlyMemory<byte>> _brotli;

    public Asset() => _brotli = new(Compress);

    public required string Name { get; init; }

    public required string Address { get; init; }

    public required string MediaType { get; init; }

    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The same, compressed once at its first use.</summary>
    public ReadOnlyMemory<byte> Brotli => _brotli.Value;

    private ReadOnlyMemory<byte> Compress()
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(Content.Span);
        }

        return target.ToArray();
    }
}
