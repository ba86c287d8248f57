using System.Diagnostics;
using Keyline.Checks;
using Keyline.Identity.Federation.Outgoing;
using Keyline.Identity.Settings;
using Keyline.Identity.SignIn;
using Keyline.OpenId;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Requests;
using Keyline.OpenId.Tokens;
using Keyline.OpenId.UserInfo;
using Keyline.OpenId.Verification;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>Turns the code of a response into the proof that all protocols end in: tokens, ID token, userinfo, groups.</summary>
public sealed class RedeemOidcCode(
    OidcParty parties, OidcProviders providers, OidcGroups groups, IOutgoingHttp http, ISettingsStore settings, TimeProvider time)
{
    internal async Task<(Result<VerifiedSignIn, SignInFault> Verified, string Raw)> RedeemAsync(
        Tenant tenant, Connection connection, AuthorizationResponse response, PendingAuthorization pending, CancellationToken ct)
    {
        var party = parties.Of(tenant, connection, await settings.GetAsync(tenant.Id, ct));
        if (!party.Ok)
        {
            return (party.Fault, "");
        }

        var provider = await providers.GetAsync(connection.Id, party.Value, ct);
        if (!provider.Ok)
        {
            return (provider.Fault, "");
        }

        var code = AuthorizationResponseVerifier.Verify(response, pending, party.Value, provider.Value.Metadata, time.GetUtcNow());
        if (!code.Outcome.Ok)
        {
            return (OidcFault.Of(code.Outcome.Fault, code.Report), "");
        }

        var answer = await http.SendAsync(TokenRequest.ForCode(party.Value, provider.Value.Metadata, code.Outcome.Value, time.GetUtcNow()), ct);
        if (!answer.Ok)
        {
            return (OidcFault.Of(answer.Fault) with { Report = code.Report }, "");
        }

        var tokens = TokenAnswerReader.ReadSignIn(answer.Value, party.Value.Limits);
        if (!tokens.Ok)
        {
            return (OidcFault.Of(tokens.Fault, code.Report), "");
        }

        var idToken = tokens.Value.IdToken ?? throw new UnreachableException("The reader has seen an ID token.");
        var raw = TokenPicture.Of(idToken, party.Value.Limits) is { Ok: true, Value: var picture } ? picture.Claims.Reveal() : "";
        var expected = IdTokenExpectations.Of(code.Outcome.Value, tokens.Value);
        var (verified, used) = await VerifyAsync(idToken, expected, connection, party.Value, provider.Value, ct);
        var report = code.Report.Then(verified.Report);
        return verified.Outcome.Ok
            ? (await CompleteAsync(connection, party.Value, used, tokens.Value, verified.Outcome.Value, report, ct), raw)
            : (OidcFault.Of(verified.Outcome.Fault, report), raw);
    }

    // Keys change without notice: an unknown one is asked for once.
    private async Task<(Checked<VerifiedIdToken> Verified, OidcProvider Used)> VerifyAsync(
        SecretText idToken, IdTokenExpectations expected, Connection connection, RelyingParty party, OidcProvider provider, CancellationToken ct)
    {
        var first = IdTokenVerifier.Verify(idToken, expected, party, provider.Keys, time.GetUtcNow());
        return first.Outcome.Fault?.Code == OAuthFaultCode.UnknownKey && await providers.RenewAsync(connection.Id, party, provider, ct) is { } newer
            ? (IdTokenVerifier.Verify(idToken, expected, party, newer.Keys, time.GetUtcNow()), newer)
            : (first, provider);
    }

    private async Task<Result<VerifiedSignIn, SignInFault>> CompleteAsync(
        Connection connection, RelyingParty party, OidcProvider provider, TokenAnswer tokens, VerifiedIdToken idToken, CheckReport report,
        CancellationToken ct)
    {
        VerifiedUserInfo? userInfo = null;
        if (((OidcConnectionSettings)connection.Settings).ReadUserInfo && UserInfoVerifier.Request(provider.Metadata, tokens) is { Ok: true, Value: var request })
        {
            var answer = await http.SendAsync(request, ct);
            if (!answer.Ok)
            {
                return OidcFault.Of(answer.Fault) with { Report = report };
            }

            var about = UserInfoVerifier.Verify(answer.Value, idToken, party, provider.Keys, time.GetUtcNow());
            report = report.Then(about.Report);
            if (!about.Outcome.Ok)
            {
                return OidcFault.Of(about.Outcome.Fault, report);
            }

            userInfo = about.Outcome.Value;
        }

        var claims = PersonClaims.Join(idToken, userInfo);
        var found = await groups.FindAsync(connection, party, provider.Metadata, tokens, idToken, ct);
        return found.Ok ? OidcClaims.Read(connection, idToken, claims, found.Value, report) : found.Fault with { Report = report };
    }
}
