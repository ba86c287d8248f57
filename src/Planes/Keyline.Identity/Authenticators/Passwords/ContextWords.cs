namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>The words that stand for the account, its company and this product.</summary>
internal static class ContextWords
{
    private const int ShortestWord = 4;
    private const int FewestOther = 5;

    private static readonly char[] _breaks = [' ', '.', '@', '-', '_', '+', ',', '/', '\'', '(', ')', '&'];

    public static IReadOnlyList<string> Of(PasswordContext context)
    {
        var words = new HashSet<string>(StringComparer.Ordinal) { "keyline", "voip", "telefon", "telephone", "phone", "signin", "login" };
        foreach (var text in context.TenantName.Concat(context.PersonWords))
        {
            words.Add(FoldedPassword.Word(text));
            foreach (var part in text.Split(_breaks, StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(FoldedPassword.Word(part));
            }
        }

        return [.. words.Where(word => word.Length >= ShortestWord).OrderByDescending(word => word.Length)];
    }

    /// <summary>Whether little is left of a text without these words and without digits and signs.</summary>
    public static bool LeavesLittle(string form, IReadOnlyList<string> words)
    {
        var rest = form;
        foreach (var word in words)
        {
            rest = rest.Replace(word, " ", StringComparison.Ordinal);
        }

        return rest.Length != form.Length && rest.Count(char.IsLetter) < FewestOther && CommonOrShort(rest);
    }

    private static bool CommonOrShort(string rest) =>
        rest.Count(char.IsLetterOrDigit) < PasswordRules.MinLengthWithSecondFactor;
}
