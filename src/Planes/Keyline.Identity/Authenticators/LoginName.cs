using System.Diagnostics.CodeAnalysis;
using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators;

/// <summary>
/// What somebody typed to say who they are: 1 to 320 characters of well-formed Unicode without control characters. Anything
/// else is nobody's name, and must reach neither the database nor a log.
/// </summary>
public readonly record struct LoginName
{
    private LoginName(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads a name as it was typed; only the space around it is dropped.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LoginName login)
    {
        login = default;
        if (text is not { Length: > 0 and <= Person.MaxKeyLength } || !UnicodeText.TryCount(text, allowControls: false, out _) || text.Trim() is not { Length: > 0 } trimmed)
        {
            return false;
        }

        // Folding can lengthen a text; the folded form is what must fit.
        if (LookupKey.Name(trimmed).Length > Person.MaxKeyLength)
        {
            return false;
        }

        login = new LoginName(trimmed);
        return true;
    }

    public override string ToString() => Value;
}
