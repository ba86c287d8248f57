using System.Collections.Frozen;

namespace Keyline.Identity.Domains;

/// <summary>
/// Names under which others register names. This is a sanity check with a clear answer, not the proof: nobody can publish
/// a record there either.
/// </summary>
internal static class PublicSuffixes
{
    private static readonly FrozenSet<string> _secondLevels =
    [
        "ac", "asn", "asso", "biz", "co", "com", "ed", "edu", "firm", "gen", "go", "gob", "gouv", "gov", "govt", "gr", "ind", "info",
        "int", "kiwi", "law", "lg", "ltd", "me", "mil", "mod", "muni", "name", "ne", "net", "nhs", "nic", "nom", "ngo", "or", "org",
        "plc", "police", "press", "pro", "sch", "school", "tm", "web",
    ];

    // Second levels that are companies' own in these, or that are real names there.
    private static readonly FrozenSet<string> _withoutSecondLevels =
    [
        "ch", "cz", "de", "dk", "eu", "fi", "fr", "io", "is", "li", "lu", "me", "nl", "no", "se", "sk", "tv", "us",
    ];

    private static readonly FrozenSet<string> _hosting =
    [
        "appspot.com", "azurewebsites.net", "blogspot.com", "cloudfront.net", "co.com", "eu.com", "firebaseapp.com", "fly.dev", "github.io",
        "gitlab.io", "gov.us", "herokuapp.com", "net.ru", "netlify.app", "onmicrosoft.com", "org.ru", "pages.dev", "uk.com", "us.com",
        "vercel.app", "web.app", "workers.dev", "asso.fr", "com.de", "com.fr", "com.se",
    ];

    public static bool Contains(string name)
    {
        var labels = name.Split('.');
        return labels.Length < 2 || _hosting.Contains(name)
            || (labels is [var second, { Length: 2 } country] && _secondLevels.Contains(second) && !_withoutSecondLevels.Contains(country));
    }
}
