using Keyline.Identity.People;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.Sessions;
using Keyline.Journal;
using Keyline.Saml.Messages;

namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>Ends the sessions that an app's logout request names.</summary>
public sealed class EndNamedSessions(
    ISessionStore store, EndSessions ending, IPersonStore people, ProviderRecorder recorder, IIdentityJournal journal)
{
    /// <summary>Adds the ends to the unit of work. That there is nothing to end is no fault: it has ended already.</summary>
    public async Task AddAsync(ProviderRequest from, SamlApp app, LogoutRequest request, IReadOnlyList<SessionId> sessions)
    {
        var ended = 0;
        Person? person = null;
        foreach (var id in sessions)
        {
            if (await store.FindAsync(from.Tenant.Id, id, CancellationToken.None) is { } session)
            {
                person ??= await people.FindAsync(from.Tenant.Id, session.PersonId, CancellationToken.None);
                ended += await ending.AddEndAsync(
                    session, SessionEnd.SignedOut, RegisterSamlApp.PartyOf(app), from.Client, CancellationToken.None) ? 1 : 0;
            }
        }

        recorder.Add(
            from, ProviderRecorder.Logout, AuditOutcome.Success, app, person,
            ("request", request.Id), ("name-id", request.NameId.Value), ("session-index", string.Join(' ', request.SessionIndexes)),
            ("ended", ended.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    public Task CommitAsync() => journal.CommitAsync(CancellationToken.None);
}
