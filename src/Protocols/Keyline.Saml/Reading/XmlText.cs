using System.Text;

namespace Keyline.Saml.Reading;

/// <summary>A value of the document as UTF-8: a slice of the source, or bytes of its own when the source had escapes.</summary>
/// <param name="bytes">The bytes it lies in.</param>
/// <param name="start">Where it starts.</param>
/// <param name="length">How long it is, in bytes.</param>
/// <param name="plain">Whether it needs no escaping in canonical form, where it stands.</param>
internal readonly struct XmlText(byte[] bytes, int start, int length, bool plain)
{
    private static readonly byte[] _nothing = [];

    public bool Plain { get; } = plain;

    public int Length => length;

    public ReadOnlySpan<byte> Span => new(bytes ?? _nothing, start, length);

    public override string ToString() => length == 0 ? "" : Encoding.UTF8.GetString(Span);
}
