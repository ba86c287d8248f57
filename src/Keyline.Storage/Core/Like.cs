namespace Keyline.Storage.Core;

/// <summary>Makes patterns for LIKE in which what a person typed stands for itself.</summary>
internal static class Like
{
    public const string Escape = "\\";

    public static string Containing(string text) => "%" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
