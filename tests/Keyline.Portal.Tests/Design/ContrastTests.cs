using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Keyline.Portal.Assets;

namespace Keyline.Portal.Tests.Design;

/// <summary>WCAG 2.2, 1.4.3 and 1.4.11, on the tokens themselves, in light and in dark.</summary>
public partial class ContrastTests
{
    private static readonly Dictionary<string, (string Light, string Dark)> _tokens = Token()
        .Matches(Encoding.UTF8.GetString(AssetCatalog.All.Single(asset => asset.Name == "keyline.css").Content.Span))
        .ToDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value));

    [Theory]
    [InlineData("ink", "paper")]
    [InlineData("ink", "surface")]
    [InlineData("ink", "sunken")]
    [InlineData("ink", "info-soft")]
    [InlineData("ink", "good-soft")]
    [InlineData("ink", "warn-soft")]
    [InlineData("ink", "bad-soft")]
    [InlineData("ink", "accent-soft")]
    [InlineData("muted", "paper")]
    [InlineData("muted", "surface")]
    [InlineData("muted", "sunken")]
    [InlineData("muted", "accent-soft")]
    [InlineData("accent", "paper")]
    [InlineData("accent", "surface")]
    [InlineData("accent-hover", "accent-soft")]
    [InlineData("on-accent", "accent")]
    [InlineData("on-accent", "accent-hover")]
    [InlineData("on-band", "band")]
    [InlineData("band-muted", "band")]
    [InlineData("good", "good-soft")]
    [InlineData("warn", "warn-soft")]
    [InlineData("bad", "bad-soft")]
    [InlineData("info", "info-soft")]
    [InlineData("bad", "surface")]
    [InlineData("surface", "bad")]
    public void Text_can_be_read(string text, string ground) => AssertContrast(text, ground, 4.5);

    [Theory]
    [InlineData("edge", "surface")]
    [InlineData("edge", "paper")]
    [InlineData("brass", "surface")]
    [InlineData("brass", "paper")]
    [InlineData("accent", "sunken")]
    public void Edges_and_focus_can_be_seen(string edge, string ground) => AssertContrast(edge, ground, 3);

    private static void AssertContrast(string first, string second, double least)
    {
        Assert.InRange(Ratio(_tokens[first].Light, _tokens[second].Light), least, 21);
        Assert.InRange(Ratio(_tokens[first].Dark, _tokens[second].Dark), least, 21);
    }

    private static double Ratio(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        double[] linear = [.. Enumerable.Range(0, 3)
            .Select(i => int.Parse(color.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    [GeneratedRegex("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)")]
    private static partial Regex Token();
}
