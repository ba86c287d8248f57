using System.Net;
using Keyline.Server.Tests.Portal;

namespace Keyline.Server.Tests.Account;

/// <summary>What asks before a second factor goes, and what people see whose sign-in is looked after elsewhere.</summary>
public sealed class SecurityQuestionsTests(PortalSite site) : IClassFixture<PortalSite>
{
    private const string Base = "/t/acme/account/security";

    [Theory]
    [InlineData("/totp/remove", "Remove the app")]
    [InlineData("/recovery-codes", "Make new codes")]
    public async Task Nothing_goes_before_it_was_confirmed(string path, string verb)
    {
        var me = await site.SignInAsync(site.Acme);

        var page = await me.OpenAsync(Base + path);

        Assert.Equal(verb, page.QuerySelector("main form button")!.TextContent);
        Assert.Equal(Base + path, page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.NotNull(page.QuerySelector($"main a[href='{Base}']"));
    }

    [Theory]
    [InlineData("remove")]
    [InlineData("rename")]
    public async Task A_passkey_that_is_not_there_is_not_found(string verb)
    {
        var me = await site.SignInAsync(site.Acme);
        var path = $"{Base}/passkeys/0198c0de-0000-7000-8000-000000000001/{verb}";

        Assert.Equal(HttpStatusCode.NotFound, await me.StatusOfAsync(path));
        using var answer = await me.Browser.PostAsync(path, site.Origin, ("name", "Key"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890")]
    public async Task A_passkeys_name_has_a_length(string name)
    {
        var me = await site.SignInAsync(site.Acme);

        var why = await me.IsRefusedAsync($"{Base}/passkeys/0198c0de-0000-7000-8000-000000000001/rename", ("name", name));

        Assert.Contains("1 to 60 characters", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_password_here_the_page_says_so_and_offers_no_form()
    {
        var me = await site.SignInAsync(site.Acme);

        var page = await me.OpenAsync(Base);

        Assert.Contains("You have no password here", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
    }
}
