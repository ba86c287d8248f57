using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Keyline.Saml;
using Keyline.Saml.Bindings;
using Keyline.Secrets;
using Keyline.Tenancy;
using CheckReport = Keyline.Checks.CheckReport;

namespace Keyline.Identity.Federation.Saml;

/// <summary>The assertion consumer service: from the posted form to the session (Profiles 4.1.4).</summary>
public sealed class FinishSamlSignIn(
    SignInTransactions transactions, VerifySamlResponse verifier, FinishSignIn finish, SecretSealer sealer)
{
    private const int StateLength = BearerSecret.Length;

    public async Task<SignInOutcome> FinishAsync(
        Tenant tenant, Connection connection, SamlResponseForm form, ClientDescription client, CancellationToken ct)
    {
        var context = new SignInContext
        {
            Tenant = tenant,
            Purpose = SignInPurpose.SignIn,
            Client = client,
            ReturnPath = ReturnPath.Home(tenant.Slug).Value,
        };
        var read = SamlMessageReader.ReadPost(null, form.Response, form.RelayState, MessageLimits.Message);
        if (!read.Ok)
        {
            return await finish.RefuseAsync(SamlReport.Fault(read.Fault, CheckReport.Empty), context, connection, ct);
        }

        // Whether it answers a request is settled by our own record of it, not by what the response says.
        if (form.RelayState is not { Length: StateLength } state || read.Value.UnprovenInResponseTo is null)
        {
            return await FinishUnaskedAsync(read.Value, context, connection, form.RelayState, ct);
        }

        var taken = await transactions.TakeAsync(connection, new SecretText(state), form.Browser, ct);
        if (!taken.Ok)
        {
            return await finish.RefuseAsync(taken.Fault, context, connection, ct);
        }

        // The transaction is spent: from here on the work is finished, whatever the browser does.
        var asked = context with
        {
            Transaction = taken.Value,
            Purpose = taken.Value.Purpose,
            ReturnPath = taken.Value.ReturnPath,
            Details = TransactionDetails.Open(sealer, taken.Value),
            RawResponse = form.Response,
        };
        var verified = await verifier.VerifyAsync(
            read.Value, tenant, connection, taken.Value, asked.Details.RequiredContexts, CancellationToken.None);
        return await finish.FinishAsync(verified, asked, connection, CancellationToken.None);
    }

    // Profiles 4.1.5. The RelayState is then an address that the IdP's administrator chose: only a path of this tenant will do.
    private async Task<SignInOutcome> FinishUnaskedAsync(
        IncomingMessage message, SignInContext context, Connection connection, string? relayState, CancellationToken ct)
    {
        if (!((SamlConnectionSettings)connection.Settings).AllowIdpInitiated)
        {
            return await finish.RefuseAsync(
                new SignInFault(SignInFaultCode.UnsolicitedRefused,
                    $"a response to a request of ours; came one without, and connection '{connection.Slug}' does not take these"),
                context, connection, ct);
        }

        var verified = await verifier.VerifyAsync(message, context.Tenant, connection, null, [], ct);
        var unasked = context with { ReturnPath = ReturnPath.Or(relayState, context.Tenant.Slug).Value };
        return await finish.FinishAsync(verified, unasked, connection, CancellationToken.None);
    }
}
