namespace Keyline.Server.Cli;

/// <summary>Settings given on the command line.</summary>
internal static class Settings
{
    /// <summary>Splits <c>Name=value</c>.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Parse(IEnumerable<string> settings) =>
        settings.Select(setting => setting.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], (string?)(parts.Length > 1 ? parts[1] : "")));
}
