using System.Net;
using System.Text;
using System.Xml.Linq;
using Keyline.Identity.People;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Saml;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Server.Tests.Human.SamlApps;

public sealed class SignOnTests(ProviderWorld world) : IClassFixture<ProviderWorld>
{
    [Fact]
    public async Task Metadata_names_our_addresses_and_the_key_that_signs()
    {
        var metadata = await world.MetadataAsync();

        Assert.Equal(world.Addresses.EntityId, metadata.EntityId);
        Assert.Single(metadata.SigningKeys);
        Assert.All(metadata.SingleSignOn, endpoint => Assert.Equal(world.Addresses.SignOn, endpoint.Location));
        Assert.Equal([SamlBinding.Redirect, SamlBinding.Post], metadata.SingleLogout.Select(endpoint => endpoint.Binding));
    }

    [Theory]
    [InlineData(SamlBinding.Redirect)]
    [InlineData(SamlBinding.Post)]
    public async Task A_signed_in_person_is_vouched_for_at_the_registered_address(SamlBinding binding)
    {
        await world.JoinAsync(world.Ada, $"staff-{binding}");
        using var browser = await world.SignedInAsync();
        var request = world.Portal.Request();

        using var answer = await SendAsync(browser, world.Portal, request, binding);
        var form = await TestApp.FormOnAsync(answer);
        var assertion = world.Portal.Verify(form, await world.MetadataAsync(), request.Id).Result.Get();

        Assert.Equal("token", form.Fields.Single(field => field.Key == "RelayState").Value);
        Assert.Equal(NameIdFormats.Persistent, assertion.NameId.Format);
        Assert.Equal(world.Portal.EntityId, assertion.NameId.SpNameQualifier);
        Assert.DoesNotContain("ada", assertion.NameId.Value, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(AuthnContexts.PasswordProtectedTransport, assertion.AuthnContext);
        Assert.NotNull(assertion.SessionIndex);
        Assert.NotNull(assertion.SessionNotOnOrAfter);
        Assert.Equal(["ada@acme.example"], Values(assertion, "email"));
        Assert.Equal(["ada Example"], Values(assertion, "name"));
        Assert.Equal(["+4930555100"], Values(assertion, "phone"));
        Assert.Equal(["ada"], Values(assertion, "username"));
        Assert.Contains($"staff-{binding}", Values(assertion, "groups"));
    }

    [Fact]
    public async Task The_page_lets_its_form_go_to_the_app_and_nowhere_else()
    {
        using var browser = await world.SignedInAsync();

        using var answer = await SendAsync(browser, world.Portal, world.Portal.Request());

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.EndsWith($"form-action 'self' {world.Portal.ConsumerService}", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_app_knows_a_person_by_a_name_of_its_own_that_stays()
    {
        using var browser = await world.SignedInAsync();

        var first = await VouchedAsync(browser, world.Portal);
        var again = await VouchedAsync(browser, world.Portal);
        var elsewhere = await VouchedAsync(browser, world.Recordings);

        Assert.Equal(first.NameId, again.NameId);
        Assert.Equal(first.SessionIndex, again.SessionIndex);
        Assert.NotEqual(first.NameId.Value, elsewhere.NameId.Value);
        Assert.NotEqual(first.SessionIndex, elsewhere.SessionIndex);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_signs_in_and_comes_back_to_the_answer()
    {
        await world.SetLocalSignInAsync(LocalSignInMode.Everybody);
        using var browser = world.Browser();
        var request = world.Portal.Request();

        using var answer = await SendAsync(browser, world.Portal, request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var location = answer.Headers.Location?.OriginalString ?? "";
        Assert.StartsWith("/t/acme-idp/local?return=", location, StringComparison.Ordinal);

        await world.SignInAsync(browser);
        using var back = await browser.GetAsync(Uri.UnescapeDataString(location.Split("return=")[1]));
        world.Portal.Verify(await TestApp.FormOnAsync(back), await world.MetadataAsync(), request.Id).Result.Get();
    }

    [Fact]
    public async Task A_passive_request_without_a_session_is_answered_with_no_passive()
    {
        using var browser = world.Browser();

        Assert.Equal(StatusCodes.NoPassive, await FailureAsync(browser, world.Portal, world.Portal.Request() with { IsPassive = true }));
    }

    [Fact]
    public async Task A_forced_sign_in_is_asked_for_once_and_a_fresh_session_answers_it()
    {
        using var browser = await world.SignedInAsync(ago: TimeSpan.FromMinutes(5));
        var request = world.Portal.Request() with { ForceAuthn = true };
        var before = await VouchedAsync(browser, world.Recordings);

        using var answer = await SendAsync(browser, world.Portal, request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await world.SignInAsync(browser);
        using var back = await browser.GetAsync(ReturnOf(answer));
        world.Portal.Verify(await TestApp.FormOnAsync(back), await world.MetadataAsync(), request.Id).Result.Get();

        // The app that the old session had opened goes on with the new one.
        Assert.Equal(before.SessionIndex, (await VouchedAsync(browser, world.Recordings)).SessionIndex);
    }

    [Fact]
    public async Task A_forced_sign_in_that_was_not_made_is_a_failure_and_no_circle()
    {
        using var browser = await world.SignedInAsync(ago: TimeSpan.FromMinutes(5));

        using var answer = await SendAsync(browser, world.Portal, world.Portal.Request() with { ForceAuthn = true });
        using var back = await browser.GetAsync(ReturnOf(answer));

        Assert.Equal(StatusCodes.AuthnFailed, await SubStatusAsync(back));
    }

    [Fact]
    public async Task A_stronger_session_than_there_is_is_asked_for_and_then_a_failure()
    {
        using var browser = await world.SignedInAsync();

        using var answer = await SendAsync(
            browser, world.Portal, world.Portal.Request() with { RequestedAuthnContexts = [AuthnContexts.RefedsMfa] });
        using var back = await browser.GetAsync(ReturnOf(answer));

        Assert.Equal(StatusCodes.NoAuthnContext, await SubStatusAsync(back));
    }

    [Fact]
    public async Task A_strong_session_is_stated_as_such()
    {
        using var browser = await world.SignedInAsync(assurance: Assurance.Aal2);

        Assert.Equal(AuthnContexts.RefedsMfa, (await VouchedAsync(browser, world.Portal)).AuthnContext);
    }

    [Fact]
    public async Task A_name_of_another_kind_than_the_app_is_given_is_a_failure()
    {
        using var browser = await world.SignedInAsync();

        Assert.Equal(
            StatusCodes.InvalidNameIdPolicy,
            await FailureAsync(browser, world.Portal, world.Portal.Request() with { NameIdFormat = NameIdFormats.EmailAddress }));
    }

    [Fact]
    public async Task Nobody_is_vouched_for_when_the_app_asked_for_somebody_else()
    {
        using var browser = await world.SignedInAsync();

        Assert.Equal(
            StatusCodes.UnknownPrincipal,
            await FailureAsync(browser, world.Portal, world.Portal.Request() with { Subject = new NameId { Value = "_somebody" } }));
    }

    [Fact]
    public async Task A_break_glass_account_opens_no_apps()
    {
        var account = ProviderWorld.NewPerson("break-glass", PersonKind.BreakGlass) with { TenantId = world.Tenant.Id };
        await world.AddPersonAsync(account);
        using var browser = await world.SignedInAsync(account);

        Assert.Equal(StatusCodes.RequestDenied, await FailureAsync(browser, world.Portal, world.Portal.Request()));
    }

    [Fact]
    public async Task An_assertion_is_encrypted_for_an_app_that_has_a_key_for_it()
    {
        var app = new TestApp("secret.example", world.Addresses, SamlTestKeys.ServiceProvider);
        var draft = MetadataWriter.Write(app.Metadata() with { EncryptionKeys = [app.Key.PublicKey] }, null);
        await world.RegisterAsync(world.Tenant, app, given => given with { Metadata = draft });
        using var browser = await world.SignedInAsync();
        var request = app.Request();

        using var answer = await SendAsync(browser, app, request);
        var assertion = app.Verify(await TestApp.FormOnAsync(answer), await world.MetadataAsync(), request.Id, app.Key).Result.Get();

        Assert.True(assertion.WasEncrypted);
    }

    [Fact]
    public async Task An_app_that_knows_people_by_e_mail_gets_that_and_what_it_was_granted_alone()
    {
        var app = new TestApp("mail.example", world.Addresses, SamlTestKeys.ServiceProvider);
        await world.RegisterAsync(world.Tenant, app, draft => draft with
        {
            NameKind = SamlNameKind.Email,
            Attributes = [new SentAttribute(PersonField.DisplayName, "urn:name")],
        });
        using var browser = await world.SignedInAsync();
        var request = app.Request() with { NameIdFormat = null };

        using var answer = await SendAsync(browser, app, request);
        var assertion = app.Verify(await TestApp.FormOnAsync(answer), await world.MetadataAsync(), request.Id).Result.Get();

        Assert.Equal(("ada@acme.example", NameIdFormats.EmailAddress), (assertion.NameId.Value, assertion.NameId.Format));
        Assert.Equal(["urn:name"], assertion.Attributes.Select(attribute => attribute.Name));
    }

    [Fact]
    public async Task The_audit_log_names_what_the_app_logs_too()
    {
        using var browser = await world.SignedInAsync();
        var assertion = await VouchedAsync(browser, world.Portal);

        var entry = await world.AuditAsync(ProviderRecorder.SignOn);

        Assert.Equal(world.Ada.Id.ToString(), entry.Actor.Id);
        Assert.Equal(assertion.Id, entry.Facts["assertion"]);
        Assert.Equal(assertion.ResponseId, entry.Facts["response"]);
        Assert.Equal(assertion.SessionIndex, entry.Facts["session-index"]);
    }

    internal static async Task<HttpResponseMessage> SendAsync(
        TestBrowser browser, TestApp app, AuthnRequest request, SamlBinding binding = SamlBinding.Redirect) =>
        await ProviderWorld.FollowAsync(browser, binding == SamlBinding.Redirect
            ? await browser.GetAsync(app.Redirect(request))
            : await browser.PostAsync(request.Destination, $"https://{new Uri(app.EntityId).Host}", app.Post(request)));

    private static string ReturnOf(HttpResponseMessage answer) =>
        Uri.UnescapeDataString((answer.Headers.Location?.OriginalString ?? "").Split("return=")[1]);

    private static IReadOnlyList<string> Values(VerifiedAssertion assertion, string name) =>
        assertion.Attributes.Single(attribute => attribute.Name == name).Values;

    private async Task<VerifiedAssertion> VouchedAsync(TestBrowser browser, TestApp app)
    {
        var request = app.Request();
        using var answer = await SendAsync(browser, app, request);
        return app.Verify(await TestApp.FormOnAsync(answer), await world.MetadataAsync(), request.Id).Result.Get();
    }

    private async Task<string?> FailureAsync(TestBrowser browser, TestApp app, AuthnRequest request)
    {
        using var answer = await SendAsync(browser, app, request);
        return await SubStatusAsync(answer);
    }

    private async Task<string?> SubStatusAsync(HttpResponseMessage answer)
    {
        var form = await TestApp.FormOnAsync(answer);
        var xml = XDocument.Parse(Encoding.UTF8.GetString(
            Convert.FromBase64String(form.Fields.Single(field => field.Key == "SAMLResponse").Value)));
        var answered = xml.Root?.Attribute("InResponseTo")?.Value ?? "";
        Assert.Equal(SamlFaultCode.StatusNotSuccess, world.Portal.Verify(form, await world.MetadataAsync(), answered).Result.Fault?.Code);
        return xml.Descendants().Where(element => element.Name.LocalName == "StatusCode")
            .Select(element => element.Attribute("Value")?.Value).ElementAt(1);
    }
}
