using Keyline.Identity.People;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Sessions;
using Keyline.Identity.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity;

/// <summary>What apps know of people, and which sessions opened which apps.</summary>
internal sealed class AppSessionStore(IdentityContext db) : IAppSessionStore
{
    private IQueryable<AppSession> Sessions => db.Set<AppSession>().AsNoTracking();

    public Task<PairwiseName?> FindNameAsync(SamlAppId appId, PersonId personId, CancellationToken ct) =>
        db.Set<PairwiseName>().AsNoTracking().FirstOrDefaultAsync(name => name.AppId == appId && name.PersonId == personId, ct);

    public void Add(PairwiseName name) => db.Add(name);

    public void Add(AppSession session) => db.Add(session);

    public async Task<IReadOnlyList<AppSession>> ListAsync(TenantId tenantId, SessionId sessionId, CancellationToken ct) =>
        await Sessions.Where(session => session.TenantId == tenantId && session.SessionId == sessionId)
            .OrderBy(session => session.BeganAt).ThenBy(session => session.AppId).ToListAsync(ct);

    public async Task<IReadOnlyList<AppSession>> FindByNameAsync(
        SamlAppId appId, string nameId, IReadOnlyCollection<string> indexes, CancellationToken ct)
    {
        var sessions = Sessions.Where(session => session.AppId == appId && session.NameId == nameId);
        if (indexes.Count > 0)
        {
            sessions = sessions.Where(session => indexes.Contains(session.Index));
        }

        return await sessions.OrderBy(session => session.BeganAt).ToListAsync(ct);
    }

    public void Remove(AppSession session) => db.Remove(session);

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        Sessions.Where(session => session.ExpiresAt < now).ExecuteDeleteAsync(ct);
}
