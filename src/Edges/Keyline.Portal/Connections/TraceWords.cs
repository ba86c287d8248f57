using Keyline.Checks;
using Keyline.Identity.SignIn.Traces;
using Keyline.Portal.Design;
using Check = Keyline.Checks.Check;

namespace Keyline.Portal.Connections;

/// <summary>Says traces and checks on pages.</summary>
internal static class TraceWords
{
    public static string Title(SignInTrace trace) => trace.Refused ? Advice.For(trace.Code).Title : "Let in, but odd";

    /// <summary>The checks of a message; the advice stands at the one that failed.</summary>
    public static IReadOnlyList<Design.Check> Checks(IEnumerable<Check> checks, string? advice) =>
    [
        .. checks.Where(check => check.Verdict != CheckVerdict.NotNeeded).Select(check => new Design.Check
        {
            Name = check.Name,
            Verdict = check.Verdict switch
            {
                CheckVerdict.Passed => Verdict.Passed,
                CheckVerdict.Warning => Verdict.Warned,
                _ => Verdict.Failed,
            },
            Expected = Shown(check.Expected),
            Came = Shown(check.Came),
            ToDo = check.Verdict == CheckVerdict.Failed ? advice : null,
        }),
    ];

    private static string? Shown(string text) => text.Length == 0 ? null : text;
}
