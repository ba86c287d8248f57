using Keyline.Journal;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>Reads audit entries, chains and checkpoints.</summary>
internal sealed class AuditLog<TContext>(TContext db) : IAuditLog
    where TContext : KeylineContext
{
    public async Task<IReadOnlyList<AuditEntry>> SearchAsync(AuditQuery query, CancellationToken ct)
    {
        var rows = db.AuditEntries.AsNoTracking().Where(row => row.TenantId == query.TenantId);
        if (query.Text.Length > 0)
        {
            var pattern = Like.Containing(query.Text.ToLowerInvariant());
            rows = rows.Where(row => EF.Functions.Like(row.SearchKey, pattern, Like.Escape));
        }

        if (query.Outcome is { } outcome)
        {
            rows = rows.Where(row => row.Outcome == outcome);
        }

        if (query.From is { } from)
        {
            rows = rows.Where(row => row.At >= from);
        }

        if (query.Until is { } until)
        {
            rows = rows.Where(row => row.At < until);
        }

        if (query.Before is { } before)
        {
            rows = rows.Where(row => row.Id < before);
        }

        var limit = Math.Clamp(query.Limit, 1, 1000);
        if (query.PartyId.Length == 0)
        {
            return [.. (await NewestAsync(rows)).Select(AuditRows.Entry)];
        }

        // Two questions, each with an index of its own.
        var did = await NewestAsync(rows.Where(row => row.ActorId == query.PartyId));
        var suffered = await NewestAsync(rows.Where(row => row.TargetId == query.PartyId));
        return [.. did.UnionBy(suffered, row => row.Id).OrderByDescending(row => row.Id).Take(limit).Select(AuditRows.Entry)];

        Task<List<AuditRow>> NewestAsync(IQueryable<AuditRow> among) => among.OrderByDescending(row => row.Id).Take(limit).ToListAsync(ct);
    }

    public async Task<AuditEntry?> FindByReferenceAsync(TenantId tenantId, string reference, CancellationToken ct) =>
        await db.AuditEntries.AsNoTracking().Where(row => row.TenantId == tenantId && row.Reference == reference)
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(ct) is { } row
            ? AuditRows.Entry(row)
            : null;

    public async Task<AuditEntry?> FindAsync(TenantId tenantId, AuditEntryId id, CancellationToken ct) =>
        await db.AuditEntries.AsNoTracking().FirstOrDefaultAsync(row => row.TenantId == tenantId && row.Id == id, ct) is { } row
            ? AuditRows.Entry(row)
            : null;

    public Task<int> CountAsync(
        TenantId tenantId, string action, AuditOutcome outcome, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        db.AuditEntries.AsNoTracking().CountAsync(
            row => row.TenantId == tenantId && row.Action == action && row.Outcome == outcome && row.At >= from && row.At < until, ct);

    public async Task<IReadOnlyList<(AuditLink Link, AuditEntry? Entry)>> ReadChainAsync(
        TenantId tenantId, long fromNumber, int limit, CancellationToken ct)
    {
        var links = await db.Set<AuditLinkRow>().AsNoTracking()
            .Where(link => link.TenantId == tenantId && link.Number >= fromNumber).OrderBy(link => link.Number).Take(limit).ToListAsync(ct);
        var ids = links.Select(link => link.EntryId).ToArray();
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(row => row.TenantId == tenantId && ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        return
        [
            .. links.Select(link => (
                new AuditLink(link.TenantId, link.Number, link.EntryId, link.Hash),
                entries.TryGetValue(link.EntryId, out var row) ? AuditRows.Entry(row) : null)),
        ];
    }

    public async Task<IReadOnlyList<AuditCheckpoint>> ReadCheckpointsAsync(TenantId tenantId, CancellationToken ct) =>
    [
        .. (await db.Set<AuditCheckpointRow>().AsNoTracking().Where(point => point.TenantId == tenantId)
            .OrderBy(point => point.Number).ToListAsync(ct))
            .Select(point => new AuditCheckpoint(point.TenantId, point.Number, point.Hash, point.At, point.KeyId, point.Signature)),
    ];

    public Task<long> CountUnlinkedAsync(TenantId tenantId, DateTimeOffset olderThan, CancellationToken ct) =>
        db.AuditEntries.AsNoTracking().Where(row => row.TenantId == tenantId && row.At < olderThan)
            .LongCountAsync(row => !db.Set<AuditLinkRow>().Any(link => link.EntryId == row.Id), ct);
}
