using System.Collections.Frozen;

namespace Keyline.Identity.Domains;

/// <summary>Domains at which anybody can have an address: the list that ships with the product.</summary>
internal static class PublicMailDomains
{
    private static readonly Lazy<FrozenSet<string>> _names = new(Read);

    public static int Count => _names.Value.Count;

    /// <summary>Whether a domain is one, or is below one.</summary>
    public static bool Contains(string name)
    {
        for (var rest = name; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (_names.Value.Contains(rest))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(PublicMailDomains).Assembly.GetManifestResourceStream("Keyline.Identity.Domains.public-mail-domains.txt")
            ?? throw new InvalidOperationException("The list of public mail domains is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').ToFrozenSet(StringComparer.Ordinal);
    }
}
