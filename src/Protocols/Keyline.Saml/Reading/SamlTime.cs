using System.Globalization;

namespace Keyline.Saml.Reading;

/// <summary>xs:dateTime in UTC, the only one that SAML allows (Core 1.3.3).</summary>
internal static class SamlTime
{
    private const int WithoutFraction = 19;
    private const int TickDigits = 7;
    private const int MostDigits = 20;

    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        text = text.Trim(" \t\r\n"u8);
        var zone = text.EndsWith("Z"u8) ? 1 : text.EndsWith("+00:00"u8) || text.EndsWith("-00:00"u8) ? 6 : 0;
        if (zone == 0 || text.Length < WithoutFraction + zone || text[4] != '-' || text[7] != '-' || text[10] != 'T'
            || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var year = Number(text[..4]);
        var (month, day) = (Number(text[5..7]), Number(text[8..10]));
        var (hour, minute, second) = (Number(text[11..13]), Number(text[14..16]), Number(text[17..19]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59
            || !TryFraction(text[WithoutFraction..^zone], out var ticks))
        {
            return false;
        }

        time = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero).AddTicks(ticks);
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length is 1 or > MostDigits)
        {
            return false;
        }

        for (var i = 1; i < text.Length || i <= TickDigits; i++)
        {
            var digit = i < text.Length ? text[i] - '0' : 0;
            if (digit is < 0 or > 9)
            {
                return false;
            }

            ticks = i <= TickDigits ? (ticks * 10) + digit : ticks;
        }

        return true;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}
