using Keyline.Identity.Access;
using Keyline.Identity.People;
using Keyline.Journal;

namespace Keyline.Identity.BreakGlass.Drills;

/// <summary>Starts a drill.</summary>
public sealed class StartDrill(IPersonStore people, IBreakGlassStore store, IIdentityJournal journal, TimeProvider time)
{
    /// <summary>Opens the window of an account's drill; one that is open already is answered with.</summary>
    public async Task<Result<Drill, BreakGlassFault>> RunAsync(
        TenantId tenantId, PersonId account, AuditParty actor, string address, CancellationToken ct)
    {
        if (await people.FindAsync(tenantId, account, ct) is not { Kind: PersonKind.BreakGlass } person)
        {
            return new BreakGlassFault(BreakGlassFaultCode.UnknownAccount, $"no break-glass account '{account}'");
        }

        var now = time.GetUtcNow();
        if (await store.FindOpenDrillAsync(tenantId, account, now, ct) is { } open)
        {
            return open;
        }

        var drill = new Drill
        {
            Id = DrillId.New(),
            TenantId = tenantId,
            PersonId = account,
            StartedBy = actor.Name,
            StartedAt = now,
            EndsAt = now + Drill.Window,
        };
        await store.SaveAsync(drill, ct);
        journal.Record(new AuditEntry
        {
            TenantId = tenantId,
            At = now,
            Action = "break-glass.drill-start",
            Outcome = AuditOutcome.Success,
            Actor = actor,
            Target = SignedIn.PartyOf(person),
            Address = address,
            Facts = new Dictionary<string, string> { ["drill"] = drill.Id.ToString() },
        });
        await journal.CommitAsync(ct);
        return drill;
    }
}
