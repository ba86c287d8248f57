namespace Keyline.Journal;

/// <summary>Proves that a tenant's audit log is what it was when it was written, or names the first place where it is not.</summary>
/// <param name="log">Where the log is read from, a page at a time.</param>
/// <param name="evidence">Says whether a checkpoint's signature is genuine.</param>
public sealed class AuditVerification(IAuditLog log, IEvidenceSigner evidence)
{
    // How many links that were taken out in one place are recognized as taken out; more look like a change.
    private const int LongestGap = 64;
    private const int PageSize = 1000;

    /// <summary>Walks the whole chain of one tenant.</summary>
    /// <param name="tenantId">Whose log.</param>
    /// <param name="linkedBefore">Entries older than this must have been linked by now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many links hold, or the first that does not.</returns>
    public async Task<Result<long, AuditBreak>> VerifyAsync(TenantId tenantId, DateTimeOffset linkedBefore, CancellationToken ct)
    {
        // Read first: the chain only grows, so it reaches at least as far as they say.
        var points = await ReadCheckpointsAsync(tenantId, ct);
        var walk = new Walk(0, AuditChain.Start(tenantId), ReadOnlyMemory<byte>.Empty);
        while (await log.ReadChainAsync(tenantId, walk.Number + 1, PageSize, ct) is { Count: > 0 } page)
        {
            for (var index = 0; index < page.Count; index++)
            {
                var step = Step(walk, page, index, points);
                if (!step.Ok)
                {
                    return step.Fault;
                }

                walk = step.Value;
            }
        }

        var broken = FindCutOff(walk, points) ?? await FindUnlinkedAsync(tenantId, walk, linkedBefore, ct);
        return broken is null ? walk.Number : broken;
    }

    private async Task<ILookup<long, Checkpoint>> ReadCheckpointsAsync(TenantId tenantId, CancellationToken ct)
    {
        var points = new List<Checkpoint>();
        foreach (var point in await log.ReadCheckpointsAsync(tenantId, ct))
        {
            var text = AuditCheckpoint.SignedText(tenantId, point.Number, point.Hash, point.At);
            points.Add(new Checkpoint(point, await evidence.VerifyAsync(text, new EvidenceSignature(point.KeyId, point.Signature), ct)));
        }

        return points.ToLookup(point => point.Signed.Number);
    }

    private static Result<Walk, AuditBreak> Step(
        Walk walk, IReadOnlyList<(AuditLink Link, AuditEntry? Entry)> page, int index, ILookup<long, Checkpoint> points)
    {
        var (link, entry) = page[index];
        var number = walk.Number + 1;
        if (link.Number != number)
        {
            return new AuditBreak(AuditBreakKind.Missing, number, null, $"link {number} is not there; the next one is {link.Number}");
        }

        if (entry is null)
        {
            return new AuditBreak(AuditBreakKind.Missing, number, link.EntryId, $"link {number} holds entry {link.EntryId}, which is not there");
        }

        var hash = AuditChain.Link(walk.Hash, number, entry);
        if (!Same(hash, link.Hash))
        {
            return Explain(walk, page, index, entry);
        }

        foreach (var (point, genuine) in points[number])
        {
            if (!genuine)
            {
                return new AuditBreak(AuditBreakKind.ForgedCheckpoint, number, entry.Id,
                    $"the checkpoint at link {number}, of key '{point.KeyId}', has no genuine signature");
            }

            if (!Same(point.Hash, hash))
            {
                return new AuditBreak(AuditBreakKind.Rewritten, number, entry.Id,
                    $"up to link {number} the chain fits together, but it is not the one that was signed at {point.At:u}");
            }
        }

        return new Walk(number, hash, walk.Hash);
    }

    // The stored hash of a link is not that of its entry. What else it is the hash of says what was done.
    private static AuditBreak Explain(Walk walk, IReadOnlyList<(AuditLink Link, AuditEntry? Entry)> page, int index, AuditEntry entry)
    {
        var number = walk.Number + 1;
        var link = page[index].Link;
        var rest = page.Skip(index + 1).Where(next => next.Entry is not null).Select(next => (next.Link, Entry: next.Entry ?? entry)).ToList();
        if (walk.Number > 0 && Same(AuditChain.Link(walk.Before, walk.Number, entry), link.Hash))
        {
            return new AuditBreak(AuditBreakKind.Inserted, walk.Number, null, $"link {walk.Number} was put in front of the one that had its number");
        }

        if (rest is [var next, ..] && Same(AuditChain.Link(walk.Hash, number, next.Entry), next.Link.Hash)
            && (rest.Count == 1 || Same(AuditChain.Link(next.Link.Hash, number + 1, rest[1].Entry), rest[1].Link.Hash)))
        {
            return new AuditBreak(AuditBreakKind.Inserted, number, entry.Id, $"link {number} was put in front of the one that had its number");
        }

        foreach (var (later, other) in rest)
        {
            var expected = AuditChain.Link(walk.Hash, number, other);
            if (Same(expected, link.Hash) || Same(expected, later.Hash))
            {
                return new AuditBreak(AuditBreakKind.Reordered, number, entry.Id,
                    $"link {number} holds entry {entry.Id}, but entry {other.Id} belongs there, which is at link {later.Number} now");
            }
        }

        for (var gap = 1; rest.Count > 0 && gap <= LongestGap; gap++)
        {
            if (Same(AuditChain.Link(link.Hash, number + gap + 1, rest[0].Entry), rest[0].Link.Hash))
            {
                return new AuditBreak(AuditBreakKind.Missing, number, null, $"{gap} entries were taken out here, and the later ones moved up");
            }
        }

        return new AuditBreak(AuditBreakKind.Changed, number, entry.Id,
            $"entry {entry.Id} ('{entry.Action}' of {entry.At:u}) or the hash of its link is not what it was");
    }

    private static AuditBreak? FindCutOff(Walk walk, ILookup<long, Checkpoint> points)
    {
        var beyond = points.Where(point => point.Key > walk.Number).SelectMany(point => point).OrderBy(point => point.Signed.Number).ToList();
        if (beyond is not [var (first, _), ..])
        {
            return null;
        }

        return beyond.FindLast(point => point.Genuine)?.Signed is { } last
            ? new AuditBreak(AuditBreakKind.CutOff, walk.Number + 1, null,
                $"the chain ends with link {walk.Number}, but at {last.At:u} it was signed up to link {last.Number}")
            : new AuditBreak(AuditBreakKind.ForgedCheckpoint, first.Number, null,
                $"the checkpoint at link {first.Number}, of key '{first.KeyId}', has no genuine signature");
    }

    private async Task<AuditBreak?> FindUnlinkedAsync(TenantId tenantId, Walk walk, DateTimeOffset linkedBefore, CancellationToken ct) =>
        await log.CountUnlinkedAsync(tenantId, linkedBefore, ct) is var count and > 0
            ? new AuditBreak(AuditBreakKind.Unlinked, walk.Number, null, $"{count} entries older than {linkedBefore:u} are in no chain")
            : null;

    private static bool Same(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right) => left.Span.SequenceEqual(right.Span);

    private sealed record Checkpoint(AuditCheckpoint Signed, bool Genuine);

    /// <summary>How far the walk has come: the last good link, its hash, and the hash of the one before.</summary>
    private sealed record Walk(long Number, ReadOnlyMemory<byte> Hash, ReadOnlyMemory<byte> Before);
}
