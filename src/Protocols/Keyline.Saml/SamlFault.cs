namespace Keyline.Saml;

/// <summary>Why a message, a piece of metadata or a key was refused. Written for the operator, never for the person.</summary>
/// <param name="Code">What kind of refusal it is.</param>
/// <param name="Expected">What would have been accepted.</param>
/// <param name="Came">What came instead; shortened, and safe to show as text.</param>
public sealed record SamlFault(SamlFaultCode Code, string Expected, string Came)
{
    private const int LongestExcerpt = 200;

    /// <summary>What came instead; at most some 200 characters of it.</summary>
    public string Came { get; init; } = Excerpt(Came);

    /// <summary>What the operator can do about it.</summary>
    public string Advice => SamlAdvice.For(Code);

    /// <summary>Expected, came and advice in one line.</summary>
    public string Detail => $"expected {Expected}; came {Came}. {Advice}";

    private static string Excerpt(string text) =>
        text.Length <= LongestExcerpt ? text : string.Concat(text.AsSpan(0, LongestExcerpt), "…");
}
