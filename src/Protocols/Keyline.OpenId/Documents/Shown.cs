using System.Globalization;
using System.Text;

namespace Keyline.OpenId.Documents;

/// <summary>Makes what came from outside fit to be shown to an operator.</summary>
internal static class Shown
{
    private const int Longest = 200;

    public const string Nothing = "nothing";

    public static string Text(string? text)
    {
        if (text is null)
        {
            return Nothing;
        }

        var clean = new StringBuilder("'", Longest + 3);
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length > Longest)
            {
                clean.Append('…');
                break;
            }

            clean.Append(Rune.IsControl(rune) ? "?" : rune.ToString());
        }

        return clean.Append('\'').ToString();
    }

    public static string List(IEnumerable<string> texts)
    {
        var shown = texts.Take(11).Select(Text).ToList();
        return shown.Count switch
        {
            0 => Nothing,
            > 10 => string.Join(", ", shown.Take(10)) + ", …",
            _ => string.Join(", ", shown),
        };
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s");
}
