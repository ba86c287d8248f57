using Keyline.Checks;
using Keyline.Identity.Federation.Outgoing;
using Keyline.Identity.SignIn;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Entra;
using Keyline.OpenId.Tokens;
using Keyline.OpenId.Verification;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>Follows Entra's group overage to Graph.</summary>
public sealed class OidcGroups(IOutgoingHttp http, TimeProvider time)
{
    internal async Task<Result<OverageGroups, SignInFault>> FindAsync(
        Connection connection, RelyingParty party, ProviderMetadata metadata, TokenAnswer tokens, VerifiedIdToken idToken, CancellationToken ct)
    {
        var settings = (OidcConnectionSettings)connection.Settings;
        if (!GroupOverage.IsIn(idToken))
        {
            return new OverageGroups(null, LeftOut: false);
        }

        if (!settings.FollowGroupOverage)
        {
            return new OverageGroups(null, LeftOut: true);
        }

        var graph = settings.GraphAddress ?? GraphGroups.PublicCloud;
        var access = await AccessAsync(party, metadata, tokens, graph, ct);
        return access.Ok ? await ReadAsync(graph, idToken, access.Value, party.Limits, ct) : access.Fault;
    }

    // The application's own permission reads the groups: the person's token is for this client, not for Graph.
    private async Task<Result<SecretText, SignInFault>> AccessAsync(
        RelyingParty party, ProviderMetadata metadata, TokenAnswer tokens, Uri graph, CancellationToken ct)
    {
        if (party.Authentication is ClientAuthentication.NoSecret)
        {
            return tokens.AccessToken;
        }

        var answer = await http.SendAsync(TokenRequest.ForClient(party, metadata, GraphGroups.Scope(graph), time.GetUtcNow()), ct);
        if (!answer.Ok)
        {
            return OidcFault.Of(answer.Fault);
        }

        var read = TokenAnswerReader.Read(answer.Value, party.Limits);
        return read.Ok ? read.Value.AccessToken : OidcFault.Of(read.Fault, CheckReport.Empty);
    }

    private async Task<Result<OverageGroups, SignInFault>> ReadAsync(
        Uri graph, VerifiedIdToken idToken, SecretText access, DocumentLimits limits, CancellationToken ct)
    {
        var page = GraphGroups.Begin(graph, idToken, access);
        while (page is { Ok: true, Value.Next: { } next })
        {
            var answer = await http.SendAsync(next, ct);
            if (!answer.Ok)
            {
                return OidcFault.Of(answer.Fault);
            }

            page = page.Value.Read(answer.Value, limits);
        }

        return page.Ok
            ? new OverageGroups([.. page.Value.Groups.Select(group => new ClaimedGroup(group.Id, group.Name ?? group.Id))], LeftOut: true)
            : OidcFault.Of(page.Fault, CheckReport.Empty);
    }
}
