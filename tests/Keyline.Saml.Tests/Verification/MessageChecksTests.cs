using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Signatures;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Verification;

/// <summary>Requests to sign in and both messages of logout, with one thing wrong.</summary>
public class MessageChecksTests
{
    private static readonly CertifiedKey _key = SamlTestKeys.ServiceProvider;

    [Fact]
    public void Logout_must_be_signed()
    {
        Assert.Equal(SamlFaultCode.NotSigned, Logout(SamlMessages.LogoutRequest(), null));
        Assert.Equal(SamlFaultCode.NotSigned, Answer(SamlMessages.LogoutResponse(), null));
    }

    [Fact]
    public void Logout_must_be_signed_by_the_one_it_comes_from()
    {
        Assert.Equal(SamlFaultCode.WrongSignature, Logout(SamlMessages.LogoutRequest(), SamlMessages.IdpKey));
        Assert.Equal(SamlFaultCode.WrongIssuer, Logout(SamlMessages.LogoutRequest() with { Issuer = "https://evil.example" }, _key));
        Assert.Equal(
            SamlFaultCode.UnknownKey,
            LogoutVerifier.VerifyRequest(
                SamlMessages.ThroughPost(SamlMessages.LogoutRequest(), SamlMessages.IdpKey).Get(), SamlMessages.SpTrust, SamlResponses.Now).Fault?.Code);
    }

    [Fact]
    public void Logout_goes_to_its_own_address() => Assert.Equal(
        SamlFaultCode.WrongDestination, Logout(SamlMessages.LogoutRequest() with { Destination = "https://other.example/slo" }, _key));

    [Fact]
    public void Logout_is_good_for_a_short_time()
    {
        Assert.Equal(SamlFaultCode.Expired, Logout(SamlMessages.LogoutRequest() with { NotOnOrAfter = SamlResponses.Now.AddMinutes(-1) }, _key));
        Assert.Equal(SamlFaultCode.Expired, Logout(SamlMessages.LogoutRequest() with { IssueInstant = SamlResponses.Now.AddMinutes(-7) }, _key));
        Assert.Equal(SamlFaultCode.NotYetValid, Logout(SamlMessages.LogoutRequest() with { IssueInstant = SamlResponses.Now.AddMinutes(2) }, _key));
    }

    [Fact]
    public void An_answer_answers_our_request()
    {
        Assert.Equal(SamlFaultCode.WrongInResponseTo, Answer(SamlMessages.LogoutResponse() with { InResponseTo = "_other" }, _key));
        Assert.Equal(SamlFaultCode.WrongInResponseTo, Answer(SamlMessages.LogoutResponse() with { InResponseTo = null }, _key));
    }

    [Fact]
    public void One_message_is_not_taken_for_another()
    {
        var request = SamlMessages.ThroughRedirect(SamlMessages.LogoutRequest(), _key).Get();

        Assert.Equal(
            SamlFaultCode.WrongMessage,
            AuthnRequestVerifier.Verify(request, SamlMessages.ServiceProvider(), SamlMessages.IdpAddress, true, SamlResponses.Now).Fault?.Code);
        Assert.Equal(SamlFaultCode.WrongMessage, LogoutVerifier.VerifyResponse(request, SamlMessages.SpTrust, "_x", SamlResponses.Now).Fault?.Code);
        Assert.Equal(
            SamlFaultCode.WrongMessage,
            ResponseVerifier.Verify(request, SamlResponses.Sp, SamlResponses.Idp, SamlResponses.Expected, SamlResponses.Now).Result.Fault?.Code);
    }

    [Fact]
    public void A_message_signed_in_the_query_has_no_signature_inside()
    {
        var form = SamlMessageWriter.ToPost(SamlMessages.LogoutRequest(), _key, null);
        var message = SamlMessageReader.ReadPost(form.Fields[0].Value, null, null, MessageLimits.Message).Get();
        var redirected = new IncomingMessage(message.Tree, message.Kind, SamlBinding.Redirect, null, null);

        Assert.Equal(SamlFaultCode.MisplacedSignature, LogoutVerifier.VerifyRequest(redirected, SamlMessages.SpTrust, SamlResponses.Now).Fault?.Code);
    }

    [Fact]
    public void An_answer_goes_to_registered_addresses_only()
    {
        Assert.Null(Authn(SamlMessages.AuthnRequest() with { AssertionConsumerService = SamlResponses.Location + "/second" }));
        Assert.Equal(SamlFaultCode.UnknownAddress, Authn(SamlMessages.AuthnRequest() with { AssertionConsumerService = "https://evil.example/acs" }));
        Assert.Equal(SamlFaultCode.UnknownAddress, Authn(SamlMessages.AuthnRequest() with { AssertionConsumerService = SamlResponses.Location + "?x" }));
    }

    [Fact]
    public void An_address_may_be_named_by_its_index()
    {
        var request = SamlMessages.AuthnRequest() with { AssertionConsumerService = null, AssertionConsumerServiceIndex = 1 };

        Assert.Equal(SamlResponses.Location + "/second", Verify(request, _key).Get().AssertionConsumerService.Location);
        Assert.Equal(SamlFaultCode.UnknownAddress, Authn(request with { AssertionConsumerServiceIndex = 7 }));
        Assert.Equal(SamlResponses.Location, Verify(request with { AssertionConsumerServiceIndex = null }, _key).Get().AssertionConsumerService.Location);
    }

    [Fact]
    public void Who_says_that_they_sign_must_sign() => Assert.Equal(SamlFaultCode.NotSigned, Verify(SamlMessages.AuthnRequest(), null).Fault?.Code);

    [Fact]
    public void A_request_is_for_one_identity_provider() =>
        Assert.Equal(SamlFaultCode.WrongDestination, Authn(SamlMessages.AuthnRequest() with { Destination = "https://other-idp.example/sso" }));

    [Fact]
    public void A_request_of_another_service_provider_is_refused() =>
        Assert.Equal(SamlFaultCode.WrongIssuer, Authn(SamlMessages.AuthnRequest() with { Issuer = "https://other.example" }));

    private static SamlFaultCode? Logout(LogoutRequest request, CertifiedKey? key) => LogoutVerifier.VerifyRequest(
        SamlMessages.ThroughRedirect(request, key).Get(), SamlMessages.SpTrust, SamlResponses.Now).Fault?.Code;

    private static SamlFaultCode? Answer(LogoutResponse response, CertifiedKey? key) => LogoutVerifier.VerifyResponse(
        SamlMessages.ThroughPost(response, key).Get(), SamlMessages.SpTrust, "_logout1", SamlResponses.Now).Fault?.Code;

    private static SamlFaultCode? Authn(AuthnRequest request) => Verify(request, _key).Fault?.Code;

    private static Result<VerifiedAuthnRequest, SamlFault> Verify(AuthnRequest request, CertifiedKey? key) => AuthnRequestVerifier.Verify(
        SamlMessages.ThroughRedirect(request, key).Get(), SamlMessages.ServiceProvider(), SamlMessages.IdpAddress, false, SamlResponses.Now);
}
