using Keyline.Identity.Sessions;

namespace Keyline.Portal.Account;

/// <summary>Where a person is signed in.</summary>
/// <param name="Sessions">The live sessions, the newest first.</param>
/// <param name="Mine">The session of this page.</param>
/// <param name="Connections">The names of the connections through which they came.</param>
public sealed record SessionsModel(IReadOnlyList<Session> Sessions, LiveSession Mine, IReadOnlyDictionary<Guid, string> Connections)
{
    /// <summary>By what means a session began, in words.</summary>
    public string Method(Session session) => session.Method switch
    {
        SignInMethod.Local => "Password kept here",
        SignInMethod.BreakGlass => "Break-glass account",
        _ => session.ConnectionId is { } id && Connections.TryGetValue(id.Value, out var name) ? name : "Identity provider",
    };
}
