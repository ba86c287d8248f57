namespace Keyline.Checks;

/// <summary>Everything that a verifier looked at, in order, for the test page and the sign-in trace.</summary>
/// <param name="Checks">The checks, in the order in which they were made.</param>
public sealed record CheckReport(IReadOnlyList<Check> Checks)
{
    /// <summary>A report in which nothing was looked at.</summary>
    public static CheckReport Empty { get; } = new([]);
}
