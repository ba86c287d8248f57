using System.Globalization;
using System.Text;
using Keyline.Identity.Mail;

namespace Keyline.Server.Outside.Mail;

/// <summary>Writes a mail as it goes over the wire (RFC 5322, MIME): ASCII lines that end with CRLF, no dot-stuffing yet.</summary>
internal static class MailText
{
    public const int MaxSubject = 300;
    public const int MaxText = 256 * 1024;

    private const int MaxLine = 76;

    public static string Write(OutgoingMail mail, string to, string from, string fromName, string messageId, DateTimeOffset date)
    {
        var text = new StringBuilder();
        Header("From", $"{Words(fromName)} <{from}>");
        Header("To", to);
        Header("Subject", Words(mail.Subject));
        Header("Date", date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header("Message-ID", $"<{messageId}>");
        Header("MIME-Version", "1.0");
        Header("Content-Type", "text/plain; charset=utf-8");
        Header("Content-Transfer-Encoding", "quoted-printable");

        // RFC 3834 5: nobody's holiday notice should answer.
        Header("Auto-Submitted", "auto-generated");
        text.Append("\r\n");
        foreach (var line in mail.Text.ReplaceLineEndings("\n").Split('\n'))
        {
            QuotedPrintable(text, line);
        }

        return text.ToString();

        void Header(string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    /// <summary>Text in a header: as it is when it is plain words, or else encoded words (RFC 2047), folded.</summary>
    private static string Words(string text)
    {
        if (text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '.' or '\'') && text.Length <= MaxLine - 20
            && text.Trim() == text && text.Length > 0)
        {
            return text;
        }

        // 45 bytes become 60 characters of Base64; with the frame that is under 75 in all. Runes are not cut apart.
        var words = new List<string>();
        var bytes = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            var utf8 = Encoding.UTF8.GetBytes(rune.ToString());
            if (bytes.Count + utf8.Length > 42)
            {
                Flush();
            }

            bytes.AddRange(utf8);
        }

        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }

    /// <summary>One line of text, soft line breaks where it is long (RFC 2045 6.7).</summary>
    private static void QuotedPrintable(StringBuilder text, string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var width = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var octet = bytes[i];
            var plain = octet is >= 33 and <= 126 and not (byte)'='
                || (octet is (byte)' ' or (byte)'\t' && i < bytes.Length - 1);
            var length = plain ? 1 : 3;

            // One place is kept for the "=" of a soft break.
            if (width + length > MaxLine - 1)
            {
                text.Append("=\r\n");
                width = 0;
            }

            width += length;
            if (plain)
            {
                text.Append((char)octet);
            }
            else
            {
                text.Append('=').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        text.Append("\r\n");
    }
}
