using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.Access;

/// <summary>
/// Says who a cookie's secret stands for. What is known in memory is answered from there; only a session that this node has
/// not heard of yet, or whose owner's rights have changed, is read from the database.
/// </summary>
public sealed class SessionCheck(SessionIndex sessions, AccessIndex access, TimeProvider time)
{
    /// <summary>The quick way: null when the database must be asked, or when there is nothing.</summary>
    public SignedIn? Find(Tenant tenant, ReadOnlySpan<char> secret) =>
        sessions.Use(tenant.Id, secret) is { } session && access.Find(tenant.Id, session.PersonId) is { } theirs
            && theirs.Person.State == PersonState.Active
            ? new SignedIn(tenant, session, theirs)
            : null;

    /// <summary>The sure way.</summary>
    public async Task<SignedIn?> FindAsync(Tenant tenant, string secret, ISessionStore store, AccessReader reader, CancellationToken ct)
    {
        if (secret.Length != BearerSecret.Length)
        {
            return null;
        }

        var session = sessions.Use(tenant.Id, secret);
        if (session is null)
        {
            var stored = await store.FindLiveAsync(BearerSecret.Hash(new SecretText(secret)), time.GetUtcNow(), ct);
            if (stored is null || stored.TenantId != tenant.Id)
            {
                return null;
            }

            sessions.Add(LiveSession.Of(stored));
            session = sessions.Use(tenant.Id, secret);
        }

        return session is not null && await access.FindAsync(tenant, session.PersonId, reader, ct) is { } theirs
            && theirs.Person.State == PersonState.Active
            ? new SignedIn(tenant, session, theirs)
            : null;
    }
}
