using System.Diagnostics.CodeAnalysis;

namespace Keyline.Tenancy;

/// <summary>A tenant's name in addresses: 1 to 40 characters of <c>a–z</c>, <c>0–9</c> and inner hyphens.</summary>
public readonly record struct TenantSlug
{
    /// <summary>How long a slug may be, in characters.</summary>
    public const int MaxLength = 40;

    private TenantSlug(string value) => Value = value;

    /// <summary>The slug's text.</summary>
    public string Value { get; }

    /// <summary>Reads a slug; nothing is corrected, not even upper case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TenantSlug slug)
    {
        slug = default;
        if (text is not { Length: > 0 and <= MaxLength } || text[0] == '-' || text[^1] == '-')
        {
            return false;
        }

        if (!text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            return false;
        }

        slug = new TenantSlug(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
