using Keyline.Tenancy;

namespace Keyline.Identity.SignIn;

/// <summary>Where a person goes after signing in: a path of one tenant on this host, and never anything else.</summary>
public readonly record struct ReturnPath
{
    public const int MaxLength = SignInTransaction.MaxReturnPathLength;

    private ReturnPath(string value) => Value = value;

    public string Value { get; }

    /// <summary>The tenant's first page.</summary>
    public static ReturnPath Home(TenantSlug tenant) => new($"/t/{tenant}/");

    /// <summary>
    /// Reads a path with an optional query. Refused: other hosts in every spelling that a browser understands, other
    /// tenants, dot segments, control characters, and what only looks like one of these after decoding.
    /// </summary>
    public static bool TryParse(string? text, TenantSlug tenant, out ReturnPath path)
    {
        path = default;
        if (text is not { Length: > 0 and <= MaxLength } || !text.All(c => c is > ' ' and <= '~' and not ('\\' or '"' or '<' or '>' or '#')))
        {
            return false;
        }

        var home = $"/t/{tenant}";
        var query = text.IndexOf('?', StringComparison.Ordinal);
        var local = query < 0 ? text : text[..query];
        if (local != home && !local.StartsWith(home + "/", StringComparison.Ordinal))
        {
            return false;
        }

        if (HasTrap(local) || !TryDecode(local, out var decoded) || HasTrap(decoded))
        {
            return false;
        }

        path = new ReturnPath(text);
        return true;
    }

    /// <summary>The path if it is one, otherwise the tenant's first page.</summary>
    public static ReturnPath Or(string? text, TenantSlug tenant) => TryParse(text, tenant, out var path) ? path : Home(tenant);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool HasTrap(string local) => local.Contains("//", StringComparison.Ordinal) || local.Contains('\\', StringComparison.Ordinal)
        || local.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || local.Split('/').Any(segment => segment is "." or "..");

    // Decoded until nothing changes: what is encoded twice is a trap by itself after three rounds.
    private static bool TryDecode(string local, out string decoded)
    {
        decoded = local;
        for (var round = 0; round < 3; round++)
        {
            var next = Uri.UnescapeDataString(decoded);
            if (next == decoded)
            {
                return true;
            }

            decoded = next;
        }

        return false;
    }
}
