using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Keyline.Identity.Domains;

namespace Keyline.Server.Outside.Dns;

/// <summary>A name as DNS has it: labels of at most 63 bytes, at most 255 bytes in all (RFC 1035 2.3.4).</summary>
internal sealed class DnsName
{
    public const int MaxLabel = 63;
    public const int MaxLength = 255;

    private static readonly IdnMapping _idn = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    private readonly string[] _labels;

    private DnsName(string[] labels) => _labels = labels;

    public static Result<DnsName, DnsFault> Parse(string text)
    {
        var trimmed = text.EndsWith('.') ? text[..^1] : text;
        if (trimmed.Length is 0 or > MaxLength)
        {
            return Refuse(text, "its length");
        }

        if (!Ascii.IsValid(trimmed))
        {
            try
            {
                trimmed = _idn.GetAscii(trimmed);
            }
            catch (ArgumentException)
            {
                return Refuse(text, "characters that no name can have");
            }
        }

        var labels = trimmed.Split('.');
        if (labels.Sum(label => label.Length + 1) + 1 > MaxLength || labels.Any(label => label.Length is 0 or > MaxLabel))
        {
            return Refuse(text, "an empty or too long label");
        }

        // Host names, and the underscore of service labels (RFC 8552).
        return trimmed.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? new DnsName(labels)
            : Refuse(text, "characters that no name can have");
    }

    /// <summary>The name on the wire, its letters in random case, which an answer must repeat (a forger has to guess it).</summary>
    public byte[] ToWire()
    {
        var wire = new byte[_labels.Sum(label => label.Length + 1) + 1];
        var at = 0;
        foreach (var label in _labels)
        {
            wire[at++] = (byte)label.Length;
            foreach (var letter in label)
            {
                var flip = char.IsAsciiLetter(letter) && RandomNumberGenerator.GetInt32(2) == 1;
                wire[at++] = (byte)(flip ? letter ^ 0x20 : letter);
            }
        }

        return wire;
    }

    public override string ToString() => string.Join('.', _labels);

    private static DnsFault Refuse(string text, string what)
    {
        var shown = text.Length > 80 ? text[..80] + "…" : text;
        return new DnsFault(DnsFaultCode.NotAName, $"expected a DNS name, got '{shown}', which has {what}");
    }
}
