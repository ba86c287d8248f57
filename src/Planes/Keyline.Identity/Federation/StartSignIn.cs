using System.Diagnostics;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation;

/// <summary>Begins a sign-in at a connection, whatever its protocol.</summary>
public sealed class StartSignIn(StartSamlSignIn saml, StartOidcSignIn oidc, StartLdapSignIn ldap, SignInRecorder recorder)
{
    public async Task<SignInBeginning> StartAsync(NewSignIn wanted, ClientDescription client, CancellationToken ct)
    {
        if (Refuse(wanted) is { } closed)
        {
            return await RefuseAsync(closed, wanted, client, ct);
        }

        switch (wanted.Connection.Settings)
        {
            case SamlConnectionSettings:
                return await AnswerAsync(await saml.StartAsync(wanted, ct), wanted, client, ct);
            case OidcConnectionSettings:
                return await AnswerAsync(await oidc.StartAsync(wanted, ct), wanted, client, ct);
            case LdapConnectionSettings:
                return new SignInBeginning.AskPassword(wanted, await ldap.StartAsync(wanted, ct));
            default:
                throw new UnreachableException();
        }
    }

    private static SignInFault? Refuse(NewSignIn wanted) => wanted switch
    {
        { Tenant.IncludesSso: false } => new SignInFault(SignInFaultCode.PlanWithoutSso, $"the plan '{wanted.Tenant.Plan}' has no single sign-on"),
        { Connection.Enabled: false, Purpose: not SignInPurpose.Test } => new SignInFault(SignInFaultCode.ConnectionDisabled,
            $"connection '{wanted.Connection.Slug}' may only be tested until it is enabled"),
        _ => null,
    };

    private async Task<SignInBeginning> AnswerAsync(
        Result<SignInStart, SignInFault> started, NewSignIn wanted, ClientDescription client, CancellationToken ct) =>
        started.Ok ? new SignInBeginning.AtProvider(started.Value) : await RefuseAsync(started.Fault, wanted, client, ct);

    private async Task<SignInBeginning> RefuseAsync(SignInFault fault, NewSignIn wanted, ClientDescription client, CancellationToken ct)
    {
        var context = new SignInContext { Tenant = wanted.Tenant, Purpose = wanted.Purpose, Client = client, ReturnPath = wanted.ReturnPath.Value };
        return new SignInBeginning.Refused(await recorder.RefuseAsync(fault, context, wanted.Connection, null, null, ct));
    }
}
