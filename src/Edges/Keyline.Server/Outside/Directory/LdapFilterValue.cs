using System.Text;

namespace Keyline.Server.Outside.Directory;

/// <summary>One assertion value: bytes, and placeholders between them.</summary>
/// <param name="Pieces">Bytes, or the name of a placeholder.</param>
internal sealed record LdapFilterValue(IReadOnlyList<(byte[] Bytes, string? Placeholder)> Pieces)
{
    public byte[] Bytes(IReadOnlyDictionary<string, string> values) =>
        [.. Pieces.SelectMany(piece => piece.Placeholder is null ? piece.Bytes : Encoding.UTF8.GetBytes(values[piece.Placeholder]))];
}
