namespace Keyline.Saml.Verification;

/// <summary>Every check of one response with its verdict: for the pages "Test connection" and "Sign-in trace".</summary>
public sealed class CheckReport
{
    private static readonly CheckName[] _all = Enum.GetValues<CheckName>();

    private readonly List<Check> _made = new(_all.Length);

    internal CheckReport()
    {
    }

    /// <summary>All checks in order; those after a failed one were not reached.</summary>
    public IReadOnlyList<Check> Checks => [.. _made, .. _all.Where(name => _made.TrueForAll(check => check.Name != name))
        .Select(name => new Check(name, CheckVerdict.NotReached, "", ""))];

    /// <summary>How far the identity provider's clock is ahead of ours, as its IssueInstant tells; none when that was not reached.</summary>
    public TimeSpan? ClockOffset { get; internal set; }

    /// <summary>The response's own ID, unproven when the response is refused; for the audit log.</summary>
    public string? ResponseId { get; internal set; }

    /// <summary>The assertion's own ID, unproven when the response is refused; for the audit log.</summary>
    public string? AssertionId { get; internal set; }

    internal void Pass(CheckName name, string expected, string came) => _made.Add(new Check(name, CheckVerdict.Passed, expected, came));

    internal void Skip(CheckName name, string expected, string came) => _made.Add(new Check(name, CheckVerdict.NotNeeded, expected, came));

    internal void RemoveFrom(CheckName name) => _made.RemoveAll(check => check.Name >= name);

    internal SamlFault Fail(CheckName name, SamlFault fault)
    {
        _made.Add(new Check(name, CheckVerdict.Failed, fault.Expected, fault.Came));
        return fault;
    }
}
