using System.Buffers;
using System.Buffers.Text;

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
        bytes = new byte[((text.Length / 4) + 1) * 3];
        return Convert.TryFromBase64String(text, bytes, out length) && length > 0;
    }
}
