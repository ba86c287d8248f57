namespace Keyline.Portal.Requests;

/// <summary>Names a browser and its system in a few words, for "my sessions". It decides nothing.</summary>
internal static class ClientName
{
    private static readonly (string Mark, string Name)[] _browsers =
    [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
        ("curl/", "curl"),
    ];

    private static readonly (string Mark, string Name)[] _systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string Of(string userAgent)
    {
        var browser = Find(_browsers, userAgent);
        var system = Find(_systems, userAgent);
        return (browser, system) switch
        {
            (null, null) => "Unknown program",
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser} on {system}",
        };
    }

    private static string? Find((string Mark, string Name)[] table, string userAgent) =>
        Array.Find(table, entry => userAgent.Contains(entry.Mark, StringComparison.Ordinal)).Name;
}
