using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Keyline.Server.Tests.Outside.Mail;

/// <summary>Reads a mail as a mail program would.</summary>
internal sealed partial class MimeText
{
    private MimeText(IReadOnlyDictionary<string, string> headers, string text, IReadOnlyList<string> lines)
    {
        Headers = headers;
        Text = text;
        Lines = lines;
    }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Text { get; }

    public IReadOnlyList<string> Lines { get; }

    public static MimeText Read(string mail)
    {
        var end = mail.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = mail[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
            .Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => Words(parts[1]));
        var quoted = mail[(end + 4)..].Replace("=\r\n", "", StringComparison.Ordinal);
        var text = Quoted().Replace(quoted, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return new MimeText(headers, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text)).ReplaceLineEndings("\n"), mail.Split("\r\n"));
    }

    private static string Words(string value) => Encoded().Replace(
        BetweenWords().Replace(value, "?==?"), match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value)));

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=")]
    private static partial Regex Encoded();

    [GeneratedRegex(@"\?= =\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex Quoted();
}
