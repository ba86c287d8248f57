using Keyline.Identity.Sessions;
using Keyline.Secrets;

namespace Keyline.Identity.SignIn;

/// <summary>Makes the session of a sign-in.</summary>
public sealed class SessionOpening(
    ISessionStore sessions, SessionIndex index, SecretSealer sealer, TimeProvider time)
{
    /// <summary>Under which purpose the logout hint of a session is sealed.</summary>
    public static string LogoutHintPurpose(SessionId session) => $"session.logout-hint/{session}";

    /// <summary>Adds the session to the work under way.</summary>
    public (SecretText Secret, Session Session) Open(PlannedSignIn planned, SignInContext context, SessionLimits limits)
    {
        var now = time.GetUtcNow();
        var secret = BearerSecret.New();
        var id = SessionId.New();
        var signIn = planned.SignIn;
        var session = new Session
        {
            Id = id,
            TenantId = planned.Tenant.Id,
            PersonId = planned.After.Id,
            SecretHash = BearerSecret.Hash(secret),
            Method = signIn.Method,
            ConnectionId = signIn.Connection.Id,
            Assurance = signIn.Assurance,
            AuthenticatedAt = signIn.AuthenticatedAt,
            CreatedAt = now,
            ExpiresAt = now + limits.Absolute,
            IdleLimit = limits.Idle,
            LastSeenAt = now,
            Client = Cut(context.Origin.Client, Session.MaxClientLength),
            Address = context.Origin.Address,
            IdpSession = signIn.IdpSession is { Length: <= Session.MaxIdpSessionLength } name ? name : null,
            IdpSubject = signIn.IdpSubject ?? signIn.Subject,
            SealedLogoutHint = signIn.LogoutHint is { } hint ? sealer.Seal(hint, LogoutHintPurpose(id)) : null,
        };
        sessions.Add(session);
        return (secret, session);
    }

    /// <summary>Lets this node know at once: the browser's next request comes sooner than the change feed.</summary>
    public void Committed(Session session) => index.Add(LiveSession.Of(session));

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
