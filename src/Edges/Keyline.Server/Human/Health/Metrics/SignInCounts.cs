using System.Collections.Concurrent;
using Keyline.Identity.SignIn;
using Keyline.Journal;

namespace Keyline.Server.Human.Health.Metrics;

/// <summary>
/// Counts sign-ins by method and outcome, and refusals by method and fault code, from the audit entries that are committed here.
/// The values are names of our own; should one ever come from outside, the number of series stays bounded.
/// </summary>
internal sealed class SignInCounts
{
    /// <summary>How many series there may be; what comes beyond is counted as "other".</summary>
    public const int MaxSeries = 200;

    private const int MaxName = 40;
    private const string Other = "other";

    private readonly ConcurrentDictionary<(string Method, string Outcome), long> _signIns = new();
    private readonly ConcurrentDictionary<(string Method, string Code), long> _refusals = new();

    public void Add(AuditEntry entry)
    {
        if (entry.Action != SignInRecorder.Action)
        {
            return;
        }

        var method = Name(entry.Facts.GetValueOrDefault("method", "unknown"));
        Count(_signIns, (method, entry.Outcome.ToString().ToLowerInvariant()));
        if (entry.Outcome == AuditOutcome.Denied)
        {
            Count(_refusals, (method, Name(entry.Facts.GetValueOrDefault("code", "unknown"))));
        }
    }

    public void Write(MetricText text)
    {
        const string SignIns = "keyline_sign_ins_total";
        const string Refusals = "keyline_sign_in_refusals_total";
        text.Metric(SignIns, "counter", "Sign-ins that ended on this node, by method and outcome.");
        foreach (var ((method, outcome), number) in _signIns.OrderBy(series => series.Key))
        {
            text.Sample(SignIns, number, ("method", method), ("outcome", outcome));
        }

        text.Metric(Refusals, "counter", "Sign-ins that this node refused, by method and fault code.");
        foreach (var ((method, code), number) in _refusals.OrderBy(series => series.Key))
        {
            text.Sample(Refusals, number, ("method", method), ("code", code));
        }
    }

    private static void Count(ConcurrentDictionary<(string, string), long> series, (string, string) key)
    {
        var counted = series.Count < MaxSeries || series.ContainsKey(key) ? key : (Other, Other);
        series.AddOrUpdate(counted, 1, (_, number) => number + 1);
    }

    private static string Name(string text) =>
        text.Length is > 0 and <= MaxName && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? text : Other;
}
