using Keyline.Identity.Mail.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity.Authenticators;

/// <summary>Mail that waits to be sent.</summary>
internal sealed class Outbox(IdentityContext db, IDbContextFactory<IdentityContext> contexts) : IOutbox
{
    public void Add(OutboxMail mail) => db.Add(mail);

    public async Task<IReadOnlyList<OutboxMail>> TakeDueAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        var due = await own.Set<OutboxMail>().AsNoTracking().Where(mail => mail.NextTryAt <= now && mail.GivenUpAt == null)
            .OrderBy(mail => mail.NextTryAt).Take(limit).ToListAsync(ct);
        var taken = new List<OutboxMail>(due.Count);
        foreach (var mail in due)
        {
            var until = now + lease;
            if (await own.Set<OutboxMail>().Where(row => row.Id == mail.Id && row.NextTryAt == mail.NextTryAt)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextTryAt, until), ct) == 1)
            {
                taken.Add(mail);
            }
        }

        return taken;
    }

    public async Task RemoveAsync(OutboxMailId id, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        await own.Set<OutboxMail>().Where(mail => mail.Id == id).ExecuteDeleteAsync(ct);
    }

    public async Task UpdateAsync(OutboxMail mail, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        await own.Set<OutboxMail>().Where(row => row.Id == mail.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Tries, mail.Tries)
                .SetProperty(row => row.LastFault, mail.LastFault)
                .SetProperty(row => row.NextTryAt, mail.NextTryAt)
                .SetProperty(row => row.GivenUpAt, mail.GivenUpAt),
            ct);
    }

    public async Task<IReadOnlyList<OutboxMail>> ListAsync(TenantId tenantId, int limit, CancellationToken ct) =>
        await db.Set<OutboxMail>().AsNoTracking().Where(mail => mail.TenantId == tenantId).OrderBy(mail => mail.Id).Take(limit).ToListAsync(ct);
}
