using Keyline.Checks;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Requests;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>The callback: from the provider's answer to the session.</summary>
public sealed class FinishOidcSignIn(SignInTransactions transactions, RedeemOidcCode redeem, FinishSignIn finish, SecretSealer sealer)
{
    /// <summary>Finishes a sign-in.</summary>
    /// <param name="tenant">Whose address the answer came to.</param>
    /// <param name="connection">Which connection's.</param>
    /// <param name="parameters">The raw query, or the raw body of the form.</param>
    /// <param name="browser">The cookie of the browser that began, if it came.</param>
    /// <param name="client">Who asks.</param>
    /// <param name="ct">Cancels what comes before the transaction is spent.</param>
    public async Task<SignInOutcome> FinishAsync(
        Tenant tenant, Connection connection, string parameters, SecretText? browser, ClientDescription client, CancellationToken ct)
    {
        var context = new SignInContext
        {
            Tenant = tenant,
            Purpose = SignInPurpose.SignIn,
            Client = client,
            ReturnPath = ReturnPath.Home(tenant.Slug).Value,
        };
        var read = AuthorizationResponse.Read(parameters, DocumentLimits.Standard);
        if (!read.Ok)
        {
            return await finish.RefuseAsync(OidcFault.Of(read.Fault, CheckReport.Empty), context, connection, ct);
        }

        var taken = await transactions.TakeAsync(connection, read.Value.State, browser, ct);
        if (!taken.Ok)
        {
            return await finish.RefuseAsync(taken.Fault, context, connection, ct);
        }

        // The transaction is spent: from here on the work is finished, whatever the browser does.
        var details = TransactionDetails.Open(sealer, taken.Value);
        var pending = details.Pending is { } text ? PendingAuthorizationText.Read(new SecretText(text)) : null;
        if (pending is not { Ok: true, Value: { } authorization })
        {
            return await finish.RefuseAsync(
                new SignInFault(SignInFaultCode.UnknownTransaction, "the sign-in under way is none of this protocol"), context, connection, CancellationToken.None);
        }

        var (verified, raw) = await redeem.RedeemAsync(tenant, connection, read.Value, authorization, CancellationToken.None);
        var asked = context with
        {
            Transaction = taken.Value,
            Purpose = taken.Value.Purpose,
            ReturnPath = taken.Value.ReturnPath,
            Details = details,
            RawResponse = raw,
        };
        return await finish.FinishAsync(verified, asked, connection, CancellationToken.None);
    }
}
