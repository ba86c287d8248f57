using Keyline.Identity.Settings;
using Keyline.Identity.SignIn;
using Keyline.Saml.Bindings;
using Keyline.Saml.Verification;
using Keyline.Tenancy;
using CheckReport = Keyline.Checks.CheckReport;
using CheckVerdict = Keyline.Checks.CheckVerdict;
using Check = Keyline.Checks.Check;

namespace Keyline.Identity.Federation.Saml;

/// <summary>Checks a response with the protocol library, and that it comes for the first time, on any node.</summary>
public sealed class VerifySamlResponse(
    SamlKeys keys, PublicOrigin origin, ISettingsStore settings, ITransactionStore spent, TimeProvider time)
{
    private const string Kind = "saml-assertion";

    /// <summary>Verifies a response that was read already.</summary>
    /// <param name="message">The response.</param>
    /// <param name="tenant">Whose connection.</param>
    /// <param name="connection">Where it came in.</param>
    /// <param name="transaction">What it must answer; null when it came unasked.</param>
    /// <param name="contexts">The classes of which one must have come.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<VerifiedSignIn, SignInFault>> VerifyAsync(
        IncomingMessage message, Tenant tenant, Connection connection, SignInTransaction? transaction, IReadOnlyList<string> contexts,
        CancellationToken ct)
    {
        var own = (SamlConnectionSettings)connection.Settings;
        if (SamlTrust.Of(own) is var trust && !trust.Ok)
        {
            return trust.Fault;
        }

        var addresses = origin.Of(tenant, connection);
        var decryption = keys.OpenAll(connection.Id, own);
        try
        {
            var tolerance = (await settings.GetAsync(tenant.Id, ct)).ClockTolerance;
            var outcome = ResponseVerifier.Verify(
                message,
                new ServiceProviderSettings { EntityId = addresses.SamlEntityId, DecryptionKeys = decryption, ClockTolerance = tolerance },
                trust.Value,
                new ExpectedResponse
                {
                    Location = addresses.SamlConsumer,
                    RequestId = transaction?.RequestId,
                    AuthnContexts = contexts,
                    AuthenticatedAfter = transaction is { ForceAuthentication: true } ? transaction.CreatedAt : null,
                },
                time.GetUtcNow());
            var report = SamlReport.Of(outcome.Report);
            return outcome.Result.Ok
                ? await AcceptOnceAsync(connection, outcome.Result.Value, report, ct)
                : SamlReport.Fault(outcome.Result.Fault, report);
        }
        finally
        {
            foreach (var key in decryption)
            {
                key.Dispose();
            }
        }
    }

    // Profiles 4.1.4.5: an assertion is good once. Issuer and ID are bounded by the reader; the store keeps a hash of them.
    private async Task<Result<VerifiedSignIn, SignInFault>> AcceptOnceAsync(
        Connection connection, VerifiedAssertion assertion, CheckReport report, CancellationToken ct)
    {
        if (!await spent.SpendOnceAsync(connection.TenantId, Kind, $"{connection.Id} {assertion.Issuer} {assertion.Id}", assertion.ReplayUntil, ct))
        {
            var replay = new Check("Replay", CheckVerdict.Failed, "an assertion that comes for the first time", $"'{assertion.Id}' again");
            return new SignInFault(SignInFaultCode.Replayed, $"assertion '{assertion.Id}' was used before; an assertion is good once")
            {
                Report = report.Then(new CheckReport { Checks = [replay] }),
            };
        }

        var fresh = new Check("Replay", CheckVerdict.Passed, "an assertion that comes for the first time", assertion.Id);
        return SamlClaims.Read(connection, assertion, report.Then(new CheckReport { Checks = [fresh] }));
    }
}
