using System.Globalization;
using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Identity.People;
using Keyline.Identity.SignIn;
using Keyline.Journal;

namespace Keyline.Identity.LocalSignIn;

/// <summary>Writes what became of local sign-ins into the audit log (I10). The log knows what the person is not told.</summary>
public sealed class LocalSignInRecorder(IIdentityJournal journal, IThrottleStore counters, TimeProvider time)
{
    private static readonly TimeSpan _throttledOnceEvery = TimeSpan.FromMinutes(5);

    /// <summary>Adds the entry of a success to the unit of work.</summary>
    public void AddSuccess(LocalSignInRequest request, Person person, IEnumerable<KeyValuePair<string, string>> facts) =>
        journal.Record(Entry(request, AuditOutcome.Success, SignedIn.PartyOf(person), "", facts));

    /// <summary>Adds the entry of a sign-in that awaits its second proof.</summary>
    public void AddStepUp(LocalSignInRequest request, Person person) =>
        journal.Record(Entry(request, AuditOutcome.StepUp, SignedIn.PartyOf(person), "", [new("proved", "password")]));

    /// <summary>Commits a refusal and answers with its reference.</summary>
    public async Task<LocalOutcome.Refused> RefuseAsync(
        LocalSignInRequest request, Person? person, LocalFaultCode code, string detail, CancellationToken ct)
    {
        var reference = SignInReference.New();

        // What was typed as a login is not kept: people type passwords there by mistake.
        var actor = person is null ? AuditParty.Anonymous : SignedIn.PartyOf(person);
        journal.Record(Entry(request, AuditOutcome.Denied, actor, reference, [new("code", code.ToString()), new("detail", detail)]));
        await journal.CommitAsync(ct);
        return new LocalOutcome.Refused(reference);
    }

    /// <summary>Commits that attempts are being held up: one entry for each person, address and rule in five minutes, however many come.</summary>
    public async Task AddHeldUpAsync(LocalSignInRequest request, Person? person, string rule, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var period = (now.Ticks / _throttledOnceEvery.Ticks).ToString(CultureInfo.InvariantCulture);
        var key = ThrottleKey.Of(
            request.Tenant.Id, AttemptKind.LocalPassword, "held-up", person?.Id.ToString() ?? "", request.Client.Address, rule, period);
        var first = new ThrottleCounter
        {
            Key = key,
            TenantId = request.Tenant.Id,
            Failures = 1,
            CountedAt = now,
            BlockedUntil = now,
            ExpiresAt = now + _throttledOnceEvery,
        };
        if (await counters.FindAsync(key, ct) is null && await counters.TryReplaceAsync(null, first, ct))
        {
            var actor = person is null ? AuditParty.Anonymous : SignedIn.PartyOf(person);
            journal.Record(Entry(request, AuditOutcome.Denied, actor, "", [new("code", "Throttled"), new("rule", rule)]));
            await journal.CommitAsync(ct);
        }
    }

    private AuditEntry Entry(
        LocalSignInRequest request, AuditOutcome outcome, AuditParty actor, string reference, IEnumerable<KeyValuePair<string, string>> facts) => new()
        {
            TenantId = request.Tenant.Id,
            At = time.GetUtcNow(),
            Action = SignInRecorder.Action,
            Outcome = outcome,
            Actor = actor,
            Reference = reference,
            Address = request.Client.Address,
            Facts = new Dictionary<string, string>(facts, StringComparer.Ordinal) { ["method"] = "local", ["client"] = request.Client.Name },
        };
}
