using Keyline.Identity.BreakGlass.Evidence;
using Keyline.Storage.Core;
using Keyline.Storage.Identity.Rows;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity.BreakGlass;

/// <summary>The installation's evidence keys.</summary>
internal sealed class EvidenceKeyStore(IDbContextFactory<IdentityContext> contexts, Dialect dialect) : IEvidenceKeyStore
{
    public async Task<IReadOnlyList<EvidenceKey>> ListAsync(CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        return await own.Set<EvidenceKey>().AsNoTracking()
            .OrderByDescending(key => EF.Property<int>(key, BreakGlassRows.EvidenceKeyNumber)).ToListAsync(ct);
    }

    public async Task<bool> TryAddFirstAsync(EvidenceKey key, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        own.Add(key);
        own.SetShadow(key, BreakGlassRows.EvidenceKeyNumber, 1);
        try
        {
            await own.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException taken) when (dialect.IsTaken(taken))
        {
            return false;
        }
    }
}
