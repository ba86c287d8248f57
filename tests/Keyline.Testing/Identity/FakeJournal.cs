using Keyline.Identity;
using Keyline.Journal;

namespace Keyline.Testing.Identity;

/// <summary>A unit of work in memory: what is added counts when it is committed, and a taken unique value takes it all back.</summary>
public sealed class FakeJournal : IIdentityJournal
{
    private readonly List<(Func<bool> Free, Action Apply)> _pending = [];
    private readonly List<AuditEntry> _entries = [];
    private readonly List<Change> _changes = [];

    public IList<AuditEntry> Entries { get; } = [];

    public IList<Change> Changes { get; } = [];

    /// <summary>Runs before the next commit, as another writer would.</summary>
    public Action? BeforeCommit { get; set; }

    public void Pend(Action apply) => Pend(() => true, apply);

    public void Pend(Func<bool> free, Action apply) => _pending.Add((free, apply));

    public void Record(AuditEntry entry) => _entries.Add(entry);

    public void Announce(Change change) => _changes.Add(change);

    public async Task CommitAsync(CancellationToken ct)
    {
        if (!await TryCommitAsync(ct))
        {
            throw new InvalidOperationException("A unique value is taken.");
        }
    }

    public Task<bool> TryCommitAsync(CancellationToken ct)
    {
        var before = BeforeCommit;
        BeforeCommit = null;
        before?.Invoke();
        var free = _pending.TrueForAll(work => work.Free());
        if (free)
        {
            _pending.ForEach(work => work.Apply());
            _entries.ForEach(Entries.Add);
            _changes.ForEach(Changes.Add);
        }

        _pending.Clear();
        _entries.Clear();
        _changes.Clear();
        return Task.FromResult(free);
    }
}
