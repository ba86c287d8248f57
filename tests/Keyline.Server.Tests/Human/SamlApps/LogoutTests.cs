using System.Net;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.SamlProvider.Logout;
using Keyline.Identity.Sessions;
using Keyline.Journal;
using Keyline.Saml;
using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Signatures;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Server.Tests.Human.SamlApps;

public sealed class LogoutTests(ProviderWorld world) : IClassFixture<ProviderWorld>
{
    [Theory]
    [InlineData(SamlBinding.Redirect)]
    [InlineData(SamlBinding.Post)]
    public async Task An_app_signs_a_person_out_and_is_told_that_it_is_done(SamlBinding binding)
    {
        using var browser = world.Browser();
        var session = await world.SignInAsync(browser);
        var request = world.Portal.LogoutRequest(await OpenAsync(browser, world.Portal));

        using var answer = binding == SamlBinding.Redirect
            ? await browser.GetAsync(world.Portal.Redirect(request))
            : await browser.PostAsync(request.Destination, "https://portal.example", world.Portal.Post(request));

        Assert.False(await world.IsLiveAsync(session));
        Assert.Equal(HttpStatusCode.Unauthorized, await ApiStatusAsync(browser));
        Assert.Equal(SamlStatus.Success, await FinalAsync(world.Portal, answer, request));
    }

    [Fact]
    public async Task The_other_apps_are_told_before_the_first_one_is_answered()
    {
        using var browser = await world.SignedInAsync();
        var portal = world.Portal.LogoutRequest(await OpenAsync(browser, world.Portal));
        var recordings = await OpenAsync(browser, world.Recordings);

        using var first = await browser.GetAsync(world.Portal.Redirect(portal));
        var told = await world.Recordings.ReceiveLogoutAsync(first);
        var verified = LogoutVerifier.VerifyRequest(told, world.Recordings.Trust(await world.MetadataAsync()), DateTimeOffset.UtcNow).Get().Message;
        using var second = await browser.GetAsync(world.Recordings.Redirect(world.Recordings.LogoutAnswer(told, SamlStatus.Success), told.RelayState));

        Assert.Equal(recordings.NameId, verified.NameId);
        Assert.Equal(recordings.SessionIndex, Assert.Single(verified.SessionIndexes));
        Assert.Equal(SamlStatus.Success, await FinalAsync(world.Portal, second, portal));
    }

    [Fact]
    public async Task An_app_that_can_t_end_its_session_makes_the_sign_out_partial()
    {
        using var browser = await world.SignedInAsync();
        var portal = world.Portal.LogoutRequest(await OpenAsync(browser, world.Portal));
        await OpenAsync(browser, world.Recordings);

        using var first = await browser.GetAsync(world.Portal.Redirect(portal));
        var told = await world.Recordings.ReceiveLogoutAsync(first);
        using var second = await browser.PostAsync(world.Addresses.Logout, "https://recordings.example", world.Recordings.Post(
            world.Recordings.LogoutAnswer(told, new SamlStatus(StatusCodes.Responder)), told.RelayState));

        Assert.Equal(StatusCodes.PartialLogout, (await FinalAsync(world.Portal, second, portal)).SubCode);
    }

    [Fact]
    public async Task An_app_without_single_logout_makes_the_sign_out_partial()
    {
        var app = new TestApp("silent.example", world.Addresses, SamlTestKeys.ServiceProvider);
        var metadata = MetadataWriter.Write(app.Metadata() with { SingleLogout = [] }, null);
        await world.RegisterAsync(world.Tenant, app, draft => draft with { Metadata = metadata });
        using var browser = await world.SignedInAsync();
        await OpenAsync(browser, app);
        var portal = world.Portal.LogoutRequest(await OpenAsync(browser, world.Portal));

        using var answer = await browser.GetAsync(world.Portal.Redirect(portal));

        Assert.Equal(StatusCodes.PartialLogout, (await FinalAsync(world.Portal, answer, portal)).SubCode);
    }

    [Fact]
    public async Task Signing_out_here_tells_the_apps_and_leads_back()
    {
        using var browser = world.Browser();
        var session = await world.SignInAsync(browser);
        await OpenAsync(browser, world.Portal);

        var from = new ProviderRequest(world.Tenant, null, ClientDescription.None);
        var first = await world.Node.AskAsync((LeaveApps leave) => leave.BeginAsync(from, session.Id, "/t/acme-idp/signed-out", CancellationToken.None));
        var step = Assert.IsType<LogoutOutcome.Redirect>(first);
        var told = SamlMessageReader.ReadRedirect(new Uri(step.Address).Query, MessageLimits.Message).Get();
        using var answer = await browser.GetAsync(world.Portal.Redirect(world.Portal.LogoutAnswer(told, SamlStatus.Success), told.RelayState));

        Assert.Equal("/t/acme-idp/signed-out", answer.Headers.Location?.OriginalString);
        Assert.Null(await world.Node.AskAsync((LeaveApps leave) => leave.BeginAsync(from, session.Id, "/t/acme-idp/", CancellationToken.None)));
    }

    [Fact]
    public async Task Whoever_signs_out_on_our_page_is_carried_through_the_apps_and_back()
    {
        using var browser = await world.SignedInAsync();
        await OpenAsync(browser, world.Portal);

        using var first = await browser.GetAsync("/t/acme-idp/logout");
        var told = await world.Portal.ReceiveLogoutAsync(first);
        using var second = await browser.GetAsync(world.Portal.Redirect(world.Portal.LogoutAnswer(told, SamlStatus.Success), told.RelayState));

        Assert.Equal("/t/acme-idp/signed-out", second.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, await ApiStatusAsync(browser));
    }

    [Fact]
    public async Task Signing_out_by_our_form_moves_on_by_a_page_and_not_by_a_redirect()
    {
        using var browser = await world.SignedInAsync();
        await OpenAsync(browser, world.Portal);

        using var answer = await browser.PostAsync("/t/acme-idp/logout", new Uri(world.Addresses.SignOn).GetLeftPart(UriPartial.Authority));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"0;url={world.Portal.Logout}?SAMLRequest=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_an_unsigned_logout_request() => await RefusedAsync(
        (app, assertion) => SamlMessageWriter.ToRedirect(app.LogoutRequest(assertion), null, null), SamlProviderFaultCode.MessageRefused, "saml.NotSigned");

    [Fact]
    public async Task Refuses_a_logout_request_with_a_foreign_signature() => await RefusedAsync(
        (app, assertion) => SamlMessageWriter.ToRedirect(app.LogoutRequest(assertion), CertifiedKey.From(SamlTestKeys.Stranger), null),
        SamlProviderFaultCode.MessageRefused, "saml.WrongSignature");

    [Fact]
    public async Task Refuses_a_logout_request_of_an_app_that_nobody_registered() => await RefusedAsync(
        (app, assertion) => app.Redirect(app.LogoutRequest(assertion) with { Issuer = "https://unknown.example/sp" }), SamlProviderFaultCode.UnknownApp, "");

    [Fact]
    public async Task Refuses_a_sign_in_request_at_the_logout_address() => await RefusedAsync(
        (app, _) => app.Redirect(app.Request() with { Destination = world.Addresses.Logout }), SamlProviderFaultCode.MessageRefused, "saml.WrongMessage");

    [Fact]
    public async Task Refuses_an_answer_to_nothing() => await RefusedAsync(
        (app, _) => app.Redirect(new LogoutResponse
        {
            Id = ProtocolMessage.NewId(),
            IssueInstant = DateTimeOffset.UtcNow,
            Issuer = app.EntityId,
            Destination = world.Addresses.Logout,
            InResponseTo = "_nothing",
            Status = SamlStatus.Success,
        }, new string('A', 43)),
        SamlProviderFaultCode.UnknownRequest, "");

    [Fact]
    public async Task An_app_can_t_end_what_another_app_opened()
    {
        using var browser = world.Browser();
        var session = await world.SignInAsync(browser);
        var assertion = await OpenAsync(browser, world.Portal);
        var request = world.Recordings.LogoutRequest(assertion);

        using var answer = await browser.GetAsync(world.Recordings.Redirect(request));

        Assert.True(await world.IsLiveAsync(session));
        Assert.Equal(SamlStatus.Success, await FinalAsync(world.Recordings, answer, request));
    }

    [Fact]
    public async Task Refuses_a_logout_request_that_came_before()
    {
        using var browser = world.Browser();
        await world.SignInAsync(browser);
        var address = world.Portal.Redirect(world.Portal.LogoutRequest(await OpenAsync(browser, world.Portal)));
        using var first = await browser.GetAsync(address);
        using var second = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal(nameof(SamlProviderFaultCode.Replayed), (await world.AuditAsync(ProviderRecorder.Logout)).Facts["code"]);
    }

    private static async Task<HttpStatusCode> ApiStatusAsync(TestBrowser browser)
    {
        using var answer = await browser.GetAsync("/t/acme-idp/api/me");
        return answer.StatusCode == HttpStatusCode.Redirect ? HttpStatusCode.Unauthorized : answer.StatusCode;
    }

    private async Task<VerifiedAssertion> OpenAsync(TestBrowser browser, TestApp app)
    {
        var request = app.Request();
        using var answer = await SignOnTests.SendAsync(browser, app, request);
        return app.Verify(await TestApp.FormOnAsync(answer), await world.MetadataAsync(), request.Id).Result.Get();
    }

    private async Task<SamlStatus> FinalAsync(TestApp app, HttpResponseMessage answer, LogoutRequest request)
    {
        var message = await app.ReceiveLogoutAsync(answer);
        Assert.Equal("token", message.RelayState);
        return LogoutVerifier.VerifyResponse(message, app.Trust(await world.MetadataAsync(), app.Logout + "/done"), request.Id, DateTimeOffset.UtcNow)
            .Get().Message.Status;
    }

    private async Task RefusedAsync(Func<TestApp, VerifiedAssertion, string> address, SamlProviderFaultCode code, string protocolCode)
    {
        using var browser = world.Browser();
        var session = await world.SignInAsync(browser);
        var assertion = await OpenAsync(browser, world.Portal);

        using var answer = await browser.GetAsync(address(world.Portal, assertion));
        var entry = await world.AuditAsync(ProviderRecorder.Logout);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.True(await world.IsLiveAsync(session));
        Assert.Equal(AuditOutcome.Denied, entry.Outcome);
        Assert.Equal(code.ToString(), entry.Facts["code"]);
        Assert.Equal(protocolCode, entry.Facts.GetValueOrDefault("protocol-code", ""));
    }
}
