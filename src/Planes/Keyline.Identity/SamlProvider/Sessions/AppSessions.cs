using Keyline.Identity.Access;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.Sessions;
using Keyline.Saml.Messages;

namespace Keyline.Identity.SamlProvider.Sessions;

/// <summary>Keeps which apps a session opened, so that its end can be told to them.</summary>
public sealed class AppSessions(IAppSessionStore store, ISessionStore sessions, TimeProvider time)
{
    /// <summary>Adds that a session opens an app, to the unit of work. The same app again has the same index.</summary>
    public async Task<AppSession> OpenAsync(SignedIn signedIn, SamlApp app, AppName name, CancellationToken ct)
    {
        if (name.New is { } added)
        {
            store.Add(added);
        }

        var opened = await store.ListAsync(app.TenantId, signedIn.Session.Id, ct);
        if (opened.FirstOrDefault(session => session.AppId == app.Id) is { } known)
        {
            if (known.NameId == name.Value)
            {
                return known;
            }

            store.Remove(known);
        }

        var session = new AppSession
        {
            TenantId = app.TenantId,
            SessionId = signedIn.Session.Id,
            AppId = app.Id,
            Index = ProtocolMessage.NewId(),
            NameId = name.Value,
            NameIdFormat = name.Format,
            BeganAt = time.GetUtcNow(),
            ExpiresAt = signedIn.Session.ExpiresAt,
        };
        store.Add(session);
        return session;
    }

    /// <summary>
    /// Hands the apps of a session on to the one that replaced it when the same person signed in anew; but not the app that is
    /// being opened, which gets a session of its own.
    /// </summary>
    public async Task CarryOverAsync(SessionId before, SignedIn signedIn, SamlApp app, CancellationToken ct)
    {
        if (before == signedIn.Session.Id
            || await sessions.FindAsync(signedIn.Tenant.Id, before, ct) is not { } old || old.PersonId != signedIn.Person.Id)
        {
            return;
        }

        var opened = await store.ListAsync(signedIn.Tenant.Id, signedIn.Session.Id, ct);
        foreach (var session in await store.ListAsync(signedIn.Tenant.Id, before, ct))
        {
            store.Remove(session);
            if (session.AppId != app.Id && opened.All(known => known.AppId != session.AppId))
            {
                store.Add(session with { SessionId = signedIn.Session.Id, ExpiresAt = signedIn.Session.ExpiresAt });
            }
        }
    }
}
