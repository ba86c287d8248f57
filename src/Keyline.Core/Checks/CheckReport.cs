namespace Keyline.Checks;

/// <summary>The checks that were made on one message, in order. A refused message has its failed check last.</summary>
public sealed record CheckReport
{
    /// <summary>A report of nothing.</summary>
    public static CheckReport Empty { get; } = new() { Checks = [] };

    /// <summary>The checks, in the order in which they were made.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>The check that failed, or null.</summary>
    public Check? Failed => Checks.FirstOrDefault(check => check.Verdict == CheckVerdict.Failed);

    /// <summary>The checks that were passed but deserve a look.</summary>
    public IEnumerable<Check> Warnings => Checks.Where(check => check.Verdict == CheckVerdict.Warning);

    /// <summary>This report, followed by the checks of another.</summary>
    /// <param name="next">What was checked afterwards.</param>
    public CheckReport Then(CheckReport next) => new() { Checks = [.. Checks, .. next.Checks] };
}
