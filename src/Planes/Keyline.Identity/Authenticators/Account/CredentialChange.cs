using System.Globalization;
using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Devices;
using Keyline.Identity.Mail;
using Keyline.Identity.Mail.Outbox;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Journal;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>
/// What every change of a person's credentials entails, in the commit of the change: their other sessions and known browsers
/// end, they are told by mail, every node hears of it, and the audit log has it.
/// </summary>
public sealed class CredentialChange(
    EndSessions sessions, IKnownDeviceStore devices, MailWriter mail, IIdentityJournal journal, TimeProvider time)
{
    /// <summary>Adds everything and commits.</summary>
    /// <param name="person">Whose credentials changed.</param>
    /// <param name="actor">Who changed them, and from where; <see cref="CredentialActor.Keep"/> is the session that goes on.</param>
    /// <param name="change">The action for the audit log, and the same in plain words for the mail.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when a unique value was taken: nothing is changed.</returns>
    public async Task<bool> CommitAsync(Person person, CredentialActor actor, (string Action, string InWords) change, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await sessions.AddEndOfAllAsync(
            person.TenantId, person.Id, actor.Keep, SessionEnd.CredentialChanged, actor.Party, actor.Client, ct);
        await devices.RemoveAllAsync(person.TenantId, person.Id, except: null, ct);
        journal.Announce(new Change(person.TenantId, ChangeKinds.Authenticators, person.Id.ToString()));
        journal.Record(new AuditEntry
        {
            TenantId = person.TenantId,
            At = now,
            Action = change.Action,
            Outcome = AuditOutcome.Success,
            Actor = actor.Party,
            Target = SignedIn.PartyOf(person),
            Address = actor.Client.Address,
        });
        if (person.Email is { } address)
        {
            mail.Add(person.TenantId, new OutgoingMail
            {
                To = address,
                Subject = "Your sign-in was changed",
                Text = $"""
                    {change.InWords}

                    Account: {Line(person.UserName)}
                    Time: {now.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}
                    From: {actor.Client.Address} {Line(actor.Client.Name)}

                    Your other sessions have been ended. If you did not do this, tell your administrator at once.
                    """,
            });
        }

        return await journal.TryCommitAsync(ct);
    }

    /// <summary>Commits a preparation that changes nothing yet.</summary>
    internal Task CommitQuietlyAsync(CancellationToken ct) => journal.CommitAsync(ct);

    /// <summary>Commits that something was refused.</summary>
    public async Task<AccountFault> RefuseAsync(Person person, CredentialActor actor, string action, AccountFault fault, CancellationToken ct)
    {
        journal.Record(new AuditEntry
        {
            TenantId = person.TenantId,
            At = time.GetUtcNow(),
            Action = action,
            Outcome = fault.Code == AccountFaultCode.NotFresh ? AuditOutcome.StepUp : AuditOutcome.Denied,
            Actor = actor.Party,
            Target = SignedIn.PartyOf(person),
            Address = actor.Client.Address,
            Facts = new Dictionary<string, string> { ["code"] = fault.Code.ToString(), ["detail"] = fault.Detail },
        });
        await journal.CommitAsync(ct);
        return fault;
    }

    private static string Line(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
