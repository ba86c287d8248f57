using System.Text.Json;
using Keyline.Checks;
using Keyline.Identity.Federation;
using Keyline.Identity.Policy;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn.Testing;
using Keyline.Journal;
using Keyline.Secrets;

namespace Keyline.Identity.SignIn;

/// <summary>Ends a test of a connection: no session, no person, but everything to look at.</summary>
public sealed class CompleteTest(
    PlanSignIn planner, ITestResultStore results, IConnectionStore connections, IIdentityJournal journal, SecretSealer sealer, TimeProvider time)
{
    private const int MaxRaw = 200_000;

    internal async Task<SignInOutcome> CompleteAsync(
        Result<VerifiedSignIn, SignInFault> verified, SignInContext context, Connection connection, CancellationToken ct)
    {
        // A test always has a transaction: only what a browser began here is a test.
        var transaction = context.Transaction ?? throw new ArgumentException("A test has a transaction.", nameof(context));
        var planned = verified.Ok ? await planner.PlanAsync(verified.Value, context, ct) : null;
        var result = Describe(verified, planned, context.RawResponse ?? "") with { ReturnPath = context.ReturnPath };
        results.Add(new StoredTestResult
        {
            Id = transaction.Id,
            TenantId = connection.TenantId,
            ConnectionId = connection.Id,
            BrowserHash = transaction.BrowserHash,
            SealedResult = sealer.Seal(new SecretText(JsonSerializer.Serialize(result, JsonSerializerOptions.Web)), ReadTestResult.Purpose(transaction.Id)),
            ExpiresAt = time.GetUtcNow() + StoredTestResult.Lifetime,
        });
        if (result.Succeeded)
        {
            await MarkTestedAsync(connection, ct);
        }

        journal.Record(new AuditEntry
        {
            TenantId = connection.TenantId,
            At = time.GetUtcNow(),
            Action = "connection.test",
            Outcome = result.Succeeded ? AuditOutcome.Success : AuditOutcome.Denied,
            Actor = AuditParty.Anonymous,
            Target = SignInRecorder.PartyOf(connection),
            Address = context.Client.Address,
            Facts = new Dictionary<string, string> { ["result"] = result.FaultCode ?? "ok", ["test"] = transaction.Id.ToString() },
        });
        await journal.CommitAsync(ct);
        return new SignInOutcome.Tested(transaction.Id);
    }

    // The settings that were tested are those of the row that is marked: a change in between leaves it unmarked.
    private async Task MarkTestedAsync(Connection connection, CancellationToken ct)
    {
        if (await connections.FindAsync(connection.TenantId, connection.Id, ct) is { } now && now.ChangedAt == connection.ChangedAt)
        {
            connections.Update(now with { TestedAt = time.GetUtcNow() });
            journal.Announce(new Change(now.TenantId, ChangeKinds.Connection, now.Id.ToString()));
        }
    }

    private TestResult Describe(Result<VerifiedSignIn, SignInFault> verified, PlannedSignIn? planned, string raw)
    {
        var signIn = verified.Value;
        var deny = planned?.Decision as SignInDecision.Deny;
        return new TestResult
        {
            At = time.GetUtcNow(),
            Succeeded = verified.Ok && deny is null,
            FaultCode = verified.Fault?.AdviceKey ?? deny?.Code.ToString(),
            FaultDetail = verified.Fault?.Detail ?? deny?.Detail,
            RawResponse = raw.Length <= MaxRaw ? raw : raw[..MaxRaw],
            Checks = [.. (verified.Fault?.Report ?? signIn?.Report ?? CheckReport.Empty).Checks],
            Subject = signIn?.Subject,
            Profile = signIn?.Profile,
            Groups = signIn?.Groups ?? [],
            Roles = [.. (planned?.Roles ?? []).Select(role => role.SiteId is { } site ? $"{role.Role.Name} at site {site}" : role.Role.Name)],
            Assurance = signIn?.Assurance ?? Assurance.None,
            ClockOffset = signIn?.ClockOffset,
            Attributes = signIn?.Attributes ?? new Dictionary<string, IReadOnlyList<string>>(),
        };
    }
}
