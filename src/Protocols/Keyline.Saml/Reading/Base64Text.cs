using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Keyline.Saml.Reading;

/// <summary>Strict Base64: the plain alphabet, padded, white space allowed, no stray bits at the end.</summary>
internal static class Base64Text
{
    public static bool TryDecode(ReadOnlySpan<byte> text, out byte[] bytes)
    {
        var buffer = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, buffer, out var used, out var written) != OperationStatus.Done || used != text.Length)
        {
            bytes = [];
            return false;
        }

        bytes = written == buffer.Length ? buffer : buffer[..written];
        return written > 0;
    }

    /// <summary>Decodes the value of a form field into an array that may be longer than the value.</summary>
    public static bool TryDecode(string text, out byte[] bytes, out int length)
    {
        bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        length = 0;
        var octets = ArrayPool<byte>.Shared.Rent(text.Length);
        var done = Ascii.FromUtf16(text, octets, out var count) == OperationStatus.Done
            && Base64.DecodeFromUtf8(octets.AsSpan(0, count), bytes, out _, out length) == OperationStatus.Done;
        ArrayPool<byte>.Shared.Return(octets);
        return done && length > 0;
    }
}
