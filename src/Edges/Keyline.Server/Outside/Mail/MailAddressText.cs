using System.Globalization;
using System.Text;

namespace Keyline.Server.Outside.Mail;

/// <summary>An address that can stand in an SMTP command as it is: a dot-atom at a host name (RFC 5321 4.1.2), ASCII only.</summary>
internal static class MailAddressText
{
    private const int MaxLength = 254;
    private const int MaxLocalPart = 64;
    private const string AtomSpecials = "!#$%&'*+-/=?^_`{|}~.";

    private static readonly IdnMapping _idn = new();

    /// <summary>The address with its host in ASCII, or null when no mail can be sent to it.</summary>
    public static string? Parse(string text)
    {
        var at = text.LastIndexOf('@');
        if (at is < 1 or > MaxLocalPart || text.Length > MaxLength)
        {
            return null;
        }

        var local = text[..at];
        if (!local.All(c => char.IsAsciiLetterOrDigit(c) || AtomSpecials.Contains(c, StringComparison.Ordinal))
            || local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal))
        {
            return null;
        }

        return Host(text[(at + 1)..]) is { } host && at + 1 + host.Length <= MaxLength ? $"{local}@{host}" : null;
    }

    private static string? Host(string text)
    {
        try
        {
            var host = Ascii.IsValid(text) ? text : _idn.GetAscii(text);
            var good = host.Length > 0 && host.Split('.').All(label => label.Length is > 0 and <= 63
                && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-');
            return good ? host : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
