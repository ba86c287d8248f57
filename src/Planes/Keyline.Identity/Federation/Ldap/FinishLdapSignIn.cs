using System.Diagnostics;
using System.Net;
using Keyline.Identity.Authenticators;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.Federation.Ldap;

/// <summary>
/// From the typed name and password to the session. Whoever guesses is slowed down. The sign-in under way is spent by success
/// alone, so that a person may mistype.
/// </summary>
public sealed class FinishLdapSignIn(
    SignInTransactions transactions, AskDirectory directory, Throttle throttle, FinishSignIn finish, SecretSealer sealer)
{
    public async Task<SignInOutcome> FinishAsync(
        Tenant tenant, Connection connection, LdapForm form, ClientDescription client, CancellationToken ct)
    {
        var context = new SignInContext
        {
            Tenant = tenant,
            Purpose = SignInPurpose.SignIn,
            Client = client,
            ReturnPath = ReturnPath.Home(tenant.Slug).Value,
        };
        var found = await transactions.CheckAsync(connection, form.State ?? new SecretText(""), form.Browser, ct);
        if (!found.Ok)
        {
            return await finish.RefuseAsync(found.Fault, context, connection, ct);
        }

        context = context with
        {
            Transaction = found.Value,
            Purpose = found.Value.Purpose,
            ReturnPath = found.Value.ReturnPath,
            Details = TransactionDetails.Open(sealer, found.Value),
        };
        return LoginName.TryParse(form.UserName, out var login) && form.Password is { } password && password.Reveal().Length > 0
            ? await TryAsync(login, password, form.Address, context, connection, ct)
            : await finish.RefuseAsync(AskDirectory.Wrong, context, connection, ct);
    }

    private async Task<SignInOutcome> TryAsync(
        LoginName login, SecretText password, IPAddress? address, SignInContext context, Connection connection, CancellationToken ct)
    {
        var attempt = new Attempt
        {
            TenantId = connection.TenantId,
            Kind = AttemptKind.DirectoryPassword,
            Account = AccountKey.OfLogin(login),
            Address = address,
        };
        switch (await throttle.TakeAsync(attempt, ct))
        {
            case Admission.Wait wait:
                return await finish.RefuseAsync(
                    new SignInFault(SignInFaultCode.Throttled, $"too many attempts; the next may be made in {Math.Ceiling(wait.RetryAfter.TotalSeconds)} s"),
                    context, connection, ct);
            case Admission.Admitted admitted:
                var verified = await directory.AskAsync(connection, login, password, ct);
                return verified.Ok
                    ? await SucceedAsync(verified, admitted, context, connection)
                    : await FailAsync(verified, context, connection, ct);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<SignInOutcome> SucceedAsync(
        Result<VerifiedSignIn, SignInFault> verified, Admission.Admitted admitted, SignInContext context, Connection connection)
    {
        await throttle.SucceededAsync(admitted, CancellationToken.None);
        var transaction = context.Transaction ?? throw new UnreachableException("The sign-in under way was found.");
        return await transactions.SpendAsync(transaction, CancellationToken.None) is { } spent
            ? await finish.RefuseAsync(spent, context, connection, CancellationToken.None)
            : await finish.FinishAsync(verified, context, connection, CancellationToken.None);
    }

    // A test shows what is wrong with the settings; a mistyped password is typed again.
    private Task<SignInOutcome> FailAsync(
        Result<VerifiedSignIn, SignInFault> verified, SignInContext context, Connection connection, CancellationToken ct) =>
        context.Purpose == SignInPurpose.Test && verified.Fault is { Code: not SignInFaultCode.WrongCredentials }
            ? finish.FinishAsync(verified, context, connection, ct)
            : finish.RefuseAsync(verified.Fault ?? AskDirectory.Wrong, context, connection, ct);
}
