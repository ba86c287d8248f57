using Keyline.OpenId.Documents;
using Keyline.OpenId.Requests;
using Keyline.OpenId.Verification;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Requests;

public class AuthorizationResponseTests
{
    private readonly TestProvider _provider = new();

    [Fact]
    public void Takes_the_answer_to_our_request()
    {
        var code = Refusal.None(Verify(_provider.ResponseQuery));

        Assert.Equal(TestProvider.Code, code.Code.Reveal());
        Assert.Equal(_provider.Pending, code.Request);
    }

    [Fact]
    public void Takes_a_form_like_a_query() => Refusal.None(Verify(_provider.ResponseQuery.TrimStart('?')));

    [Fact]
    public void Needs_no_issuer_of_a_provider_that_does_not_name_itself()
    {
        var metadata = _provider.Metadata with { NamesIssuerInResponses = false };
        var response = Refusal.None(Read($"code={TestProvider.Code}&state=state-of-anna"));

        Refusal.None(AuthorizationResponseVerifier.Verify(response, _provider.Pending, _provider.Party, metadata, TestProvider.Now));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("code")]
    [InlineData("iss")]
    [InlineData("unknown")]
    public void A_parameter_that_comes_twice_is_refused(string name) =>
        Refusal.Of(OAuthFaultCode.DuplicateParameter, Read($"{_provider.ResponseQuery}&{name}=x&{name}=x"));

    [Fact]
    public void A_code_together_with_an_error_is_refused() =>
        Refusal.Of(OAuthFaultCode.DuplicateParameter, Read($"{_provider.ResponseQuery}&error=access_denied"));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?code=x")]
    [InlineData("?state=x")]
    [InlineData("?code=x&state=")]
    [InlineData("?code=&state=x")]
    [InlineData("?Code=x&State=x")]
    public void A_response_without_its_parts_is_refused(string query) => Refusal.Of(OAuthFaultCode.MissingParameter, Read(query));

    [Fact]
    public void A_huge_response_is_refused()
    {
        Refusal.Of(OAuthFaultCode.DocumentTooLarge, Read($"{_provider.ResponseQuery}&x={new string('x', 128 * 1024)}"));
        Refusal.Of(OAuthFaultCode.DocumentTooLarge, Read(string.Join('&', Enumerable.Range(0, 51).Select(i => $"p{i}=1"))));
    }

    [Theory]
    [InlineData("another")]
    [InlineData("state-of-anna ")]
    [InlineData("STATE-OF-ANNA")]
    public void Another_state_is_refused(string state) => Refusal.Of(OAuthFaultCode.WrongState,
        Verify(_provider.ResponseQuery.Replace("state-of-anna", Uri.EscapeDataString(state), StringComparison.Ordinal)));

    [Fact]
    public void A_response_after_half_an_hour_is_refused() => Refusal.Of(OAuthFaultCode.Expired,
        Verify(_provider.ResponseQuery, TestProvider.Now.AddMinutes(30)));

    [Fact]
    public void A_response_that_hides_its_issuer_is_refused() =>
        Refusal.Of(OAuthFaultCode.WrongResponseIssuer, Verify($"code={TestProvider.Code}&state=state-of-anna"));

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://idp.example/acme/")]
    [InlineData("")]
    public void A_mix_up_with_another_issuer_is_refused(string issuer)
    {
        var query = $"code={TestProvider.Code}&state=state-of-anna&iss={Uri.EscapeDataString(issuer)}";
        var silent = _provider.Metadata with { NamesIssuerInResponses = false };

        Refusal.Of(OAuthFaultCode.WrongResponseIssuer, Verify(query));
        Refusal.Of(OAuthFaultCode.WrongResponseIssuer, AuthorizationResponseVerifier.Verify(
            Refusal.None(Read(query)), _provider.Pending, _provider.Party, silent, TestProvider.Now));
    }

    [Fact]
    public void A_mix_up_between_two_connections_is_refused()
    {
        // The request went to the other provider; its code comes to this connection's callback.
        var pending = _provider.Pending with { Issuer = "https://idp.example/globex" };
        var response = Refusal.None(Read(_provider.ResponseQuery));

        Refusal.Of(OAuthFaultCode.WrongResponseIssuer,
            AuthorizationResponseVerifier.Verify(response, pending, _provider.Party, _provider.Metadata, TestProvider.Now));
    }

    [Theory]
    [InlineData("access_denied", OAuthFaultCode.AccessDenied)]
    [InlineData("login_required", OAuthFaultCode.InteractionRequired)]
    [InlineData("interaction_required", OAuthFaultCode.InteractionRequired)]
    [InlineData("consent_required", OAuthFaultCode.InteractionRequired)]
    [InlineData("account_selection_required", OAuthFaultCode.InteractionRequired)]
    [InlineData("temporarily_unavailable", OAuthFaultCode.ProviderUnavailable)]
    [InlineData("server_error", OAuthFaultCode.ProviderUnavailable)]
    [InlineData("unmet_authentication_requirements", OAuthFaultCode.AuthenticationClassNotMet)]
    [InlineData("unauthorized_client", OAuthFaultCode.ProviderRefused)]
    [InlineData("invalid_scope", OAuthFaultCode.ProviderRefused)]
    [InlineData("something_new", OAuthFaultCode.ProviderRefused)]
    public void Names_a_refusal_of_the_provider(string error, OAuthFaultCode code)
    {
        var fault = Refusal.Of(code, Verify(ErrorQuery(error, "Anna+said+no")));

        Assert.Equal(error, fault.ProviderError);
        Assert.Contains("'Anna said no'", fault.Came, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_what_came_without_control_characters_and_shortened()
    {
        var fault = Refusal.Of(OAuthFaultCode.AccessDenied, Verify(ErrorQuery("access_denied", "%0A%1B%5B31m" + new string('x', 5000))));

        Assert.DoesNotContain(fault.Came, char.IsControl);
        Assert.True(fault.Came.Length < 300, fault.Came);
    }

    [Fact]
    public void An_error_with_another_state_is_not_believed() => Refusal.Of(OAuthFaultCode.WrongState,
        Verify(ErrorQuery("access_denied", "x").Replace("state-of-anna", "another", StringComparison.Ordinal)));

    private string ErrorQuery(string error, string description) =>
        $"error={error}&error_description={description}&state=state-of-anna&iss={Uri.EscapeDataString(_provider.Issuer)}";

    private static Result<AuthorizationResponse, OAuthFault> Read(string text) => AuthorizationResponse.Read(text, DocumentLimits.Standard);

    private Checked<AuthorizationCode> Verify(string text, DateTimeOffset? now = null) => AuthorizationResponseVerifier.Verify(
        Refusal.None(Read(text)), _provider.Pending, _provider.Party, _provider.Metadata, now ?? TestProvider.Now);
}
