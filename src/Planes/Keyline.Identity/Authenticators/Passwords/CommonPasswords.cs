using System.Collections.Frozen;

namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>The list of common passwords that ships with the product, folded as candidates are.</summary>
internal static class CommonPasswords
{
    private const string Resource = "Keyline.Identity.Authenticators.Passwords.common-passwords.txt";

    private static readonly Lazy<FrozenSet<string>> _list = new(Read);

    public static int Count => _list.Value.Count;

    /// <summary>Whether a folded form is in the list.</summary>
    public static bool Contains(string form) => _list.Value.Contains(form);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource '{Resource}' is missing from the build.");
        using var reader = new StreamReader(stream);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                words.UnionWith(FoldedPassword.Of(line).Forms.Where(form => form.Length >= 4));
            }
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
