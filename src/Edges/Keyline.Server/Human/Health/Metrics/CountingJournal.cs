using Keyline.Identity;
using Keyline.Journal;

namespace Keyline.Server.Human.Health.Metrics;

/// <summary>Counts what a unit of work records, once it is committed.</summary>
internal sealed class CountingJournal(IIdentityJournal inner, SignInCounts counts) : IIdentityJournal
{
    private readonly List<AuditEntry> _recorded = [];

    public void Record(AuditEntry entry)
    {
        inner.Record(entry);
        _recorded.Add(entry);
    }

    public void Announce(Change change) => inner.Announce(change);

    public async Task CommitAsync(CancellationToken ct)
    {
        await inner.CommitAsync(ct);
        Count();
    }

    public async Task<bool> TryCommitAsync(CancellationToken ct)
    {
        var committed = await inner.TryCommitAsync(ct);
        if (committed)
        {
            Count();
        }

        _recorded.Clear();
        return committed;
    }

    private void Count()
    {
        _recorded.ForEach(counts.Add);
        _recorded.Clear();
    }
}
