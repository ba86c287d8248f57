using Keyline.Journal;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>Links committed entries into the chains. The row of the sealer decides between nodes that do so at once.</summary>
internal sealed class AuditSeal<TContext>(IDbContextFactory<TContext> contexts, Dialect dialect) : IAuditSeal
    where TContext : KeylineContext
{
    private const int TheSealer = 1;

    public async Task<int> SealAsync(int limit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sealer = await db.Set<AuditSealerRow>().AsNoTracking().SingleAsync(row => row.Id == TheSealer, ct);
        var from = new ChangePosition(sealer.TransactionNumber, sealer.Number);
        var positions = (await dialect.ReadAsync(db, "audit_entries", from, limit, ct)).FindAll(row => row.Settled);
        if (positions.Count == 0)
        {
            return 0;
        }

        await db.EnsureTransactionAsync(ct);
        var to = positions[^1];
        var won = await db.Set<AuditSealerRow>()
            .Where(row => row.Id == TheSealer && row.TransactionNumber == from.Transaction && row.Number == from.Number)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.TransactionNumber, to.Transaction).SetProperty(row => row.Number, to.Number), ct) == 1;
        if (!won)
        {
            return 0;
        }

        var numbers = positions.Select(position => position.Number).ToArray();
        var rows = await db.AuditEntries.AsNoTracking().Where(row => numbers.Contains(row.Number)).ToDictionaryAsync(row => row.Number, ct);
        var linked = await FindLinkedAsync(db, [.. rows.Values.Select(row => row.Id)], ct);
        await LinkAsync(db, numbers.Where(rows.ContainsKey).Select(number => AuditRows.Entry(rows[number])).Where(entry => !linked.Contains(entry.Id)), ct);
        await db.SaveChangesAsync(ct);
        await db.Database.CommitTransactionAsync(CancellationToken.None);
        return numbers.Length;
    }

    public async Task<IReadOnlyList<AuditLink>> FindUncheckedEndsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var links = db.Set<AuditLinkRow>().AsNoTracking();
        var points = db.Set<AuditCheckpointRow>().AsNoTracking();
        var ends = await (
            from tenant in db.Set<Tenancy.Tenant>().AsNoTracking()
            let end = links.Where(link => link.TenantId == tenant.Id).Max(link => (long?)link.Number)
            let signed = points.Where(point => point.TenantId == tenant.Id).Max(point => (long?)point.Number)
            where end != null && (signed == null || end > signed)
            select new { tenant.Id, End = end }).ToListAsync(ct);
        var found = new List<AuditLink>(ends.Count);
        foreach (var end in ends)
        {
            var link = await links.SingleAsync(row => row.TenantId == end.Id && row.Number == end.End, ct);
            found.Add(new AuditLink(link.TenantId, link.Number, link.EntryId, link.Hash));
        }

        return found;
    }

    public async Task AddAsync(AuditCheckpoint checkpoint, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<AuditCheckpointRow>().AnyAsync(p => p.TenantId == checkpoint.TenantId && p.Number == checkpoint.Number, ct))
        {
            return;
        }

        db.Add(new AuditCheckpointRow
        {
            TenantId = checkpoint.TenantId,
            Number = checkpoint.Number,
            Hash = checkpoint.Hash.ToArray(),
            At = checkpoint.At,
            KeyId = checkpoint.KeyId,
            Signature = checkpoint.Signature.ToArray(),
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException taken) when (dialect.IsTaken(taken))
        {
            // Another node signed the same end.
            db.ChangeTracker.Clear();
        }
    }

    // Nobody else links entries. If somebody has done it by hand, verification will tell; all others are linked nevertheless.
    private static async Task<HashSet<AuditEntryId>> FindLinkedAsync(TContext db, AuditEntryId[] ids, CancellationToken ct) =>
        [.. await db.Set<AuditLinkRow>().AsNoTracking().Where(link => ids.Contains(link.EntryId)).Select(link => link.EntryId).ToListAsync(ct)];

    private static async Task LinkAsync(TContext db, IEnumerable<AuditEntry> entries, CancellationToken ct)
    {
        foreach (var ofTenant in entries.GroupBy(entry => entry.TenantId))
        {
            var last = await db.Set<AuditLinkRow>().AsNoTracking().Where(link => link.TenantId == ofTenant.Key)
                .OrderByDescending(link => link.Number).FirstOrDefaultAsync(ct);
            var number = last?.Number ?? 0;
            var hash = last is null ? AuditChain.Start(ofTenant.Key) : last.Hash;
            foreach (var entry in ofTenant)
            {
                hash = AuditChain.Link(hash, ++number, entry);
                db.Add(new AuditLinkRow { TenantId = ofTenant.Key, Number = number, EntryId = entry.Id, Hash = hash.ToArray() });
            }
        }
    }
}
