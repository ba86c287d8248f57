using Keyline.Journal;

namespace Keyline.Identity.Changes;

/// <summary>Writes a change down as one unit of work: the rows that the stores hold ready, the audit entry, the announcement.</summary>
public sealed class ChangeRecorder(IIdentityJournal journal, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Adds the audit entry of a change that is about to be committed.</summary>
    public void Record(Actor actor, string action, AuditParty target, params (string Name, string Value)[] facts) =>
        journal.Record(Entry(actor, action, AuditOutcome.Success, target, facts));

    /// <summary>Tells every node, with the commit.</summary>
    public void Announce(Actor actor, string kind, string subject = "") => journal.Announce(new Change(actor.Tenant.Id, kind, subject));

    /// <summary>Commits; false when somebody else was first, and nothing has happened.</summary>
    public Task<bool> TryCommitAsync(CancellationToken ct) => journal.TryCommitAsync(ct);

    /// <summary>Writes down that something was refused to somebody (I10). Nothing else may be under way.</summary>
    public async Task RefuseAsync(Actor actor, string action, AuditParty target, string code, string detail, CancellationToken ct)
    {
        journal.Record(Entry(actor, action, AuditOutcome.Denied, target, [("code", code), ("detail", detail)]));
        await journal.CommitAsync(ct);
    }

    private AuditEntry Entry(
        Actor actor, string action, AuditOutcome outcome, AuditParty target, (string Name, string Value)[] facts) => new()
        {
            TenantId = actor.Tenant.Id,
            At = Now,
            Action = action,
            Outcome = outcome,
            Actor = actor.Party,
            Target = target,
            Address = actor.Client.Address,
            Facts = facts.ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal),
        };
}
