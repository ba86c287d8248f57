using Keyline.Identity.Sessions;

namespace Keyline.Server.Human.Admin.Sessions;

/// <summary>A live session.</summary>
internal sealed record SessionJson(
    Guid Id, Guid Person, SignInMethod Method, Guid? ConnectionId, Assurance Assurance, DateTimeOffset AuthenticatedAt, DateTimeOffset CreatedAt,
    DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt, string Client, string Address)
{
    public static SessionJson Of(Session session) => new(
        session.Id.Value, session.PersonId.Value, session.Method, session.ConnectionId?.Value, session.Assurance, session.AuthenticatedAt,
        session.CreatedAt, session.LastSeenAt, session.ExpiresAt, session.Client, session.Address);
}
