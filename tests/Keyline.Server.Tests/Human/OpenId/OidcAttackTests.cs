using Keyline.Identity.SignIn;
using Keyline.OpenId;
using Keyline.Portal.Design;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.Server.Tests.Human.OpenId;

public sealed class OidcAttackTests : IAsyncLifetime
{
    private const string Callback = "/t/acme/oidc/corp/callback";

    private OidcServer? _server;

    private OidcServer Server => _server ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _server = await OidcServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task The_same_answer_twice()
    {
        using var browser = Server.Node.Browser();
        var asked = await OidcServer.BeginAsync(browser);
        Server.Idp.NextToken = Server.Idp.IdToken(asked).Sign();
        using var first = await browser.GetAsync(Callback + Server.Idp.Query(asked));
        browser.ForgetSession(Server.Acme);

        using var second = await browser.GetAsync(Callback + Server.Idp.Query(asked));

        await RefusedAsync(browser, second, SignInFaultCode.TransactionSpent);
    }

    [Fact]
    public async Task An_invented_state_and_another_browsers_state()
    {
        using var browser = Server.Node.Browser();
        using var victim = Server.Node.Browser();
        var asked = await OidcServer.BeginAsync(browser);
        await OidcServer.BeginAsync(victim);

        using var invented = await browser.GetAsync(Callback + Server.Idp.Query(asked with { State = "invented" }));
        await RefusedAsync(browser, invented, SignInFaultCode.UnknownTransaction);
        using var foreign = await victim.GetAsync(Callback + Server.Idp.Query(asked));
        await RefusedAsync(victim, foreign, SignInFaultCode.WrongBrowser);
    }

    [Fact]
    public async Task A_mix_up_of_two_providers()
    {
        using var browser = Server.Node.Browser();
        var asked = await OidcServer.BeginAsync(browser);

        // Begun at corp; the other provider sends the browser to its own callback, then to corp's under its own name.
        using var atOther = await browser.GetAsync("/t/acme/oidc/other/callback" + Server.Other.Query(asked));
        await RefusedAsync(browser, atOther, SignInFaultCode.WrongConnection);
        using var atCorp = await browser.GetAsync(Callback + Server.Other.Query(asked));
        await RefusedAsync(browser, atCorp, SignInFaultCode.ResponseRefused, "oidc.WrongResponseIssuer");
    }

    [Fact]
    public async Task An_answer_that_does_not_name_its_issuer()
    {
        using var browser = Server.Node.Browser();
        var asked = await OidcServer.BeginAsync(browser);

        using var answer = await browser.GetAsync($"{Callback}?code={TestProvider.Code}&state={asked.State}");

        await RefusedAsync(browser, answer, SignInFaultCode.ResponseRefused, "oidc.WrongResponseIssuer");
    }

    [Fact]
    public Task A_token_with_another_nonce() => RefusesTokenAsync(token => token.With("nonce", "another"), "oidc.WrongNonce");

    [Fact]
    public Task A_token_for_another_client() => RefusesTokenAsync(token => token.With("aud", "other"), "oidc.WrongAudience");

    [Fact]
    public Task A_token_of_another_issuer() => RefusesTokenAsync(token => token.With("iss", "https://other.example/evil"), "oidc.WrongIssuer");

    [Fact]
    public Task A_token_without_signature_algorithm() => RefusesTokenAsync(token => token.WithHeader("alg", "none"), "oidc.AlgorithmNotAllowed");

    [Fact]
    public Task A_token_signed_with_the_public_key_as_a_secret() => RefusesTokenAsync(token => token.WithHeader("alg", "HS256"), "oidc.AlgorithmNotAllowed");

    [Fact]
    public Task A_token_of_a_stranger_under_a_known_key() => RefusesTokenAsync(token => token.ForgedBy(TestKeys.Stranger), "oidc.BadSignature");

    [Fact]
    public Task A_token_of_an_unknown_key() => RefusesTokenAsync(token => token.SignedBy(TestKeys.Stranger), "oidc.UnknownKey");

    [Fact]
    public Task A_token_that_is_over() => RefusesTokenAsync(token => token.With("exp", DateTimeOffset.UtcNow.AddMinutes(-10)), "oidc.Expired");

    [Fact]
    public async Task The_provider_says_no()
    {
        using var browser = Server.Node.Browser();
        var asked = await OidcServer.BeginAsync(browser);

        using var answer = await browser.GetAsync(
            $"{Callback}?error=access_denied&state={asked.State}&iss={Uri.EscapeDataString(Server.Idp.Issuer)}");

        await RefusedAsync(browser, answer, SignInFaultCode.ProviderRefused, "oidc.AccessDenied");
    }

    [Fact]
    public async Task A_code_that_the_provider_does_not_know()
    {
        using var browser = Server.Node.Browser();
        var asked = await OidcServer.BeginAsync(browser);
        Server.Idp.TokenAnswer = new ProviderAnswer(400, new SecretText("""{"error":"invalid_grant"}"""), "application/json");

        using var answer = await browser.GetAsync(Callback + Server.Idp.Query(asked));

        await RefusedAsync(browser, answer, SignInFaultCode.ResponseRefused, "oidc.TokenRequestRefused");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?state=")]
    [InlineData("?state=a&state=b&code=c")]
    public async Task Rubbish_is_refused_with_a_page(string query)
    {
        using var browser = Server.Node.Browser();

        using var answer = await browser.GetAsync(Callback + query);

        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    private async Task RefusesTokenAsync(Func<TokenDraft, TokenDraft> change, string protocolCode)
    {
        using var browser = Server.Node.Browser();
        var asked = await OidcServer.BeginAsync(browser);
        Server.Idp.NextToken = change(Server.Idp.IdToken(asked)).Sign();

        using var answer = await browser.GetAsync(Callback + Server.Idp.Query(asked));

        await RefusedAsync(browser, answer, SignInFaultCode.ResponseRefused, protocolCode);
    }

    private Task RefusedAsync(TestBrowser browser, HttpResponseMessage answer, SignInFaultCode code, string protocolCode = "") =>
        Refusal.AssertAsync(Server.Node, Server.Acme, browser, answer, code, protocolCode);
}
