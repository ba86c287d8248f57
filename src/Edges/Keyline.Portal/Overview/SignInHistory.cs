using System.Collections.Concurrent;
using System.Globalization;
using Keyline.Identity.SignIn;
using Keyline.Journal;
using Keyline.Portal.Design;

namespace Keyline.Portal.Overview;

/// <summary>How many people signed in on each of the last days. A day that is over never changes, so it is counted once.</summary>
public sealed class SignInHistory(TimeProvider time)
{
    public const int Days = 14;

    private const int MaxKept = 100_000;

    private readonly ConcurrentDictionary<(TenantId Tenant, DateTimeOffset Day), (int Good, int Bad)> _past = new();

    public async Task<IReadOnlyList<Bar>> ReadAsync(IAuditLog log, TenantId tenant, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var bars = new List<Bar>(Days);
        for (var day = today.AddDays(1 - Days); day <= today; day = day.AddDays(1))
        {
            // An entry is stamped a moment before its commit: yesterday is taken as over five minutes after midnight.
            var over = day.AddDays(1).AddMinutes(5) <= now;
            if (!over || !_past.TryGetValue((tenant, day), out var count))
            {
                count = (await CountAsync(AuditOutcome.Success, day), await CountAsync(AuditOutcome.Denied, day));
                Keep(tenant, day, over, count);
            }

            bars.Add(new Bar(day.ToString("d MMM", CultureInfo.InvariantCulture), count.Good, count.Bad));
        }

        return bars;

        Task<int> CountAsync(AuditOutcome outcome, DateTimeOffset day) =>
            log.CountAsync(tenant, SignInRecorder.Action, outcome, day, day.AddDays(1), ct);
    }

    private void Keep(TenantId tenant, DateTimeOffset day, bool over, (int Good, int Bad) count)
    {
        if (!over)
        {
            return;
        }

        if (_past.Count >= MaxKept)
        {
            _past.Clear();
        }

        _past[(tenant, day)] = count;
    }
}
