using Keyline.Identity.Access;
using Keyline.Identity.Sessions;
using Keyline.Journal;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>Who changes credentials, and from where.</summary>
/// <param name="Party">How the audit log names them.</param>
/// <param name="Client">From where.</param>
/// <param name="Keep">The session that goes on, when people change their own.</param>
public sealed record CredentialActor(AuditParty Party, ClientDescription Client, SessionId? Keep)
{
    public static CredentialActor Of(SignedIn me, ClientDescription client) => new(me.Party, client, me.Session.Id);
}
