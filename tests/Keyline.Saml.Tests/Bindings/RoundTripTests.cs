using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Bindings;

public class RoundTripTests
{
    [Theory]
    [InlineData(SamlBinding.Redirect, true)]
    [InlineData(SamlBinding.Redirect, false)]
    [InlineData(SamlBinding.Post, true)]
    [InlineData(SamlBinding.Post, false)]
    public void An_authn_request_arrives_as_it_was_sent(SamlBinding binding, bool signed)
    {
        var sent = SamlMessages.AuthnRequest();
        var key = signed ? SamlTestKeys.ServiceProvider : null;
        var incoming = (binding == SamlBinding.Redirect ? SamlMessages.ThroughRedirect(sent, key) : SamlMessages.ThroughPost(sent, key)).Get();

        var verified = AuthnRequestVerifier.Verify(
            incoming, SamlMessages.ServiceProvider() with { AuthnRequestsSigned = signed }, SamlMessages.IdpAddress, signed, SamlResponses.Now);

        Assert.True(verified.Ok, verified.Fault?.Detail);
        Assert.Equal("token", incoming.RelayState);
        Assert.Equal(signed, verified.Value.IsSigned);
        Assert.Equal(SamlResponses.Location, verified.Value.AssertionConsumerService.Location);
        Assert.Equal(sent.RequestedAuthnContexts, verified.Value.Request.RequestedAuthnContexts);
        Assert.Equal(sent with { RequestedAuthnContexts = [] }, verified.Value.Request with { RequestedAuthnContexts = [] });
    }

    [Theory]
    [InlineData(SamlBinding.Redirect)]
    [InlineData(SamlBinding.Post)]
    public void A_logout_request_arrives_as_it_was_sent(SamlBinding binding)
    {
        var sent = SamlMessages.LogoutRequest();
        var incoming = binding == SamlBinding.Redirect
            ? SamlMessages.ThroughRedirect(sent, SamlTestKeys.ServiceProvider)
            : SamlMessages.ThroughPost(sent, SamlTestKeys.ServiceProvider);

        var verified = LogoutVerifier.VerifyRequest(incoming.Get(), SamlMessages.SpTrust, SamlResponses.Now);

        Assert.True(verified.Ok, verified.Fault?.Detail);
        Assert.Equal(SamlTestKeys.ServiceProvider.PublicKey, verified.Value.SignedBy);
        Assert.Equal(sent.SessionIndexes, verified.Value.Message.SessionIndexes);
        Assert.Equal(sent with { SessionIndexes = [] }, verified.Value.Message with { SessionIndexes = [] });
    }

    [Theory]
    [InlineData(SamlBinding.Redirect)]
    [InlineData(SamlBinding.Post)]
    public void A_logout_response_arrives_as_it_was_sent(SamlBinding binding)
    {
        var sent = SamlMessages.LogoutResponse();
        var incoming = binding == SamlBinding.Redirect
            ? SamlMessages.ThroughRedirect(sent, SamlTestKeys.ServiceProvider)
            : SamlMessages.ThroughPost(sent, SamlTestKeys.ServiceProvider);

        var verified = LogoutVerifier.VerifyResponse(incoming.Get(), SamlMessages.SpTrust, "_logout1", SamlResponses.Now);

        Assert.True(verified.Ok, verified.Fault?.Detail);
        Assert.Equal(sent, verified.Value.Message);
    }

    [Fact]
    public void The_query_signature_is_over_the_octets_as_they_came()
    {
        var address = SamlMessageWriter.ToRedirect(SamlMessages.LogoutRequest(), SamlTestKeys.ServiceProvider, "a/b");
        var query = new Uri(address).Query;
        var respelled = query.Replace("RelayState=a%2Fb", "RelayState=a%2fb", StringComparison.Ordinal);
        Assert.NotEqual(query, respelled);

        var incoming = SamlMessageReader.ReadRedirect(respelled, MessageLimits.Message);
        var verified = LogoutVerifier.VerifyRequest(incoming.Get(), SamlMessages.SpTrust, SamlResponses.Now);

        Assert.Equal(SamlFaultCode.WrongSignature, verified.Fault?.Code);
    }

    [Fact]
    public void The_order_of_parameters_does_not_matter()
    {
        var address = SamlMessageWriter.ToRedirect(SamlMessages.LogoutRequest(), SamlTestKeys.ServiceProvider, "token");
        var reversed = string.Join('&', new Uri(address).Query[1..].Split('&').Reverse());

        var incoming = SamlMessageReader.ReadRedirect(reversed, MessageLimits.Message);

        Assert.True(LogoutVerifier.VerifyRequest(incoming.Get(), SamlMessages.SpTrust, SamlResponses.Now).Ok);
    }
}
