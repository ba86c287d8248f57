using Keyline.Secrets;

namespace Keyline.Identity.Sessions;

/// <summary>Begins sessions.</summary>
public sealed class StartSession(ISessionStore store, SecretSealer sealer, TimeProvider time)
{
    /// <summary>Adds a session to the unit of work. The caller records why, and commits.</summary>
    public NewSession Add(SessionRequest request)
    {
        var now = time.GetUtcNow();
        var secret = BearerSecret.New();
        var id = SessionId.New();
        var end = now + request.Limits.Absolute;
        var session = new Session
        {
            Id = id,
            TenantId = request.Person.TenantId,
            PersonId = request.Person.Id,
            SecretHash = BearerSecret.Hash(secret),
            Method = request.Method,
            ConnectionId = request.ConnectionId,
            Assurance = request.Assurance,
            AuthenticatedAt = request.AuthenticatedAt,
            CreatedAt = now,
            ExpiresAt = request.NotAfter is { } latest && latest < end ? latest : end,
            IdleLimit = request.Limits.Idle,
            LastSeenAt = now,
            Client = Cut(request.Client.Name, Session.MaxClientLength),
            Address = request.Client.Address,
            IdpSession = request.IdpSession,
            IdpSubject = request.IdpSubject,
            SealedLogoutHint = request.LogoutHint is { } hint ? sealer.Seal(hint, HintPurpose(id)) : null,
        };
        store.Add(session);
        return new NewSession(session, secret);
    }

    /// <summary>What the sealed logout hint of a session is sealed for.</summary>
    public static string HintPurpose(SessionId id) => $"session.logout-hint/{id}";

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
