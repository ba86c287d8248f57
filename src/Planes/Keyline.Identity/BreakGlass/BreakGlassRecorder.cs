using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.People;
using Keyline.Journal;

namespace Keyline.Identity.BreakGlass;

/// <summary>Commits changes of break-glass accounts, with their audit entries.</summary>
public sealed class BreakGlassRecorder(IIdentityJournal journal, TimeProvider time)
{
    internal async Task CommitAsync(
        string action, Person person, CredentialActor actor, IEnumerable<KeyValuePair<string, string>> facts, CancellationToken ct)
    {
        journal.Announce(new Change(person.TenantId, ChangeKinds.Person, person.Id.ToString()));
        journal.Record(new AuditEntry
        {
            TenantId = person.TenantId,
            At = time.GetUtcNow(),
            Action = action,
            Outcome = AuditOutcome.Success,
            Actor = actor.Party,
            Target = SignedIn.PartyOf(person),
            Address = actor.Client.Address,
            Facts = new Dictionary<string, string>(facts, StringComparer.Ordinal),
        });
        await journal.CommitAsync(ct);
    }
}
