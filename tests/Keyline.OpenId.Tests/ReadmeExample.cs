using Keyline.OpenId.Clients;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Requests;
using Keyline.OpenId.Tokens;
using Keyline.OpenId.UserInfo;
using Keyline.OpenId.Verification;

namespace Keyline.OpenId.Tests;

/// <summary>The example of the README; the two are compared by a test.</summary>
internal static class ReadmeExample
{
    public static Result<ClaimSet, OAuthFault> SignIn(
        RelyingParty party, string metadataJson, string keysJson, Func<Uri, string> browse, Func<OutgoingRequest, ProviderAnswer> send, DateTimeOffset now)
    {
        var metadata = MetadataReader.Read(metadataJson, party);
        if (!metadata.Ok)
        {
            return metadata.Fault;
        }

        var keys = KeySetReader.Read(keysJson, party.Limits);
        if (!keys.Ok)
        {
            return keys.Fault;
        }

        // Send the browser away and keep what is pending, sealed; it comes back with a query.
        var prepared = AuthorizationRequest.Prepare(party, metadata.Value, AuthorizationOptions.None, now);
        if (!prepared.Ok)
        {
            return prepared.Fault;
        }

        var response = AuthorizationResponse.Read(browse(prepared.Value.Address), party.Limits);
        if (!response.Ok)
        {
            return response.Fault;
        }

        // Find what is pending by response.Value.State, spend it, and check that the two belong together.
        var code = AuthorizationResponseVerifier.Verify(response.Value, prepared.Value.Pending, party, metadata.Value, now);
        if (!code.Outcome.Ok)
        {
            return code.Outcome.Fault;
        }

        var tokens = TokenAnswerReader.ReadSignIn(send(TokenRequest.ForCode(party, metadata.Value, code.Outcome.Value, now)), party.Limits);
        if (tokens is not { Ok: true, Value.IdToken: { } idToken })
        {
            // The reader refuses a sign-in without ID token, so there is a fault.
            return tokens.Fault!;
        }

        // On OAuthFaultCode.UnknownKey fetch the keys once more, if KeySetAge lets you, and verify again.
        var expected = IdTokenExpectations.Of(code.Outcome.Value, tokens.Value);
        var person = IdTokenVerifier.Verify(idToken, expected, party, keys.Value, now);
        return person.Outcome.Ok ? PersonClaims.Join(person.Outcome.Value, userInfo: null) : person.Outcome.Fault;
    }
}
