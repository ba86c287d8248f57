using System.Net;
using Keyline.Identity.People;
using Keyline.Testing.Identity;

namespace Keyline.Server.Tests.Human.Local;

public sealed class PasskeyAttackTests(LocalWorld world) : IClassFixture<LocalWorld>
{
    private const string RpId = "sso.keyline.test";

    [Fact]
    public async Task A_passkey_that_was_added_is_the_second_factor()
    {
        using var passkey = NewPasskey();
        await AddAsync("holder", passkey);
        using var browser = world.Second.Browser();

        Assert.Equal(HttpStatusCode.Found, await ProveAsync(browser, "holder", passkey.Get));
        Assert.Equal("aal2", (await browser.GetJsonAsync("/t/acme/api/me")).GetProperty("session").GetProperty("assurance").GetString());
    }

    [Fact]
    public async Task An_assertion_is_refused_a_second_time_on_either_node()
    {
        using var passkey = NewPasskey();
        await AddAsync("replaying", passkey);
        using var browser = world.First.Browser();
        var answer = "";
        Assert.Equal(HttpStatusCode.Found, await ProveAsync(browser, "replaying", options => answer = passkey.Get(options)));
        using var thief = world.Second.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, await ProveAsync(thief, "replaying", _ => answer));
    }

    [Fact]
    public async Task One_assertion_sent_twice_at_once_begins_one_session()
    {
        using var passkey = NewPasskey();
        await AddAsync("doubled", passkey);
        using var browser = world.First.Browser();
        using var password = await world.PasswordAsync(browser, "doubled");
        using var page = await browser.GetAsync("/t/acme/local/second-factor");
        var answer = passkey.Get(await LocalWorld.OptionsAsync(page));
        var both = await Task.WhenAll(PostAsync(browser, answer), PostAsync(browser, answer));

        Assert.Equal(1, both.Count(status => status == HttpStatusCode.Found));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://sso.keyline.test")]
    [InlineData("https://sso.keyline.test.evil.example")]
    [InlineData("https://sso.keyline.test:8443")]
    public async Task An_assertion_from_another_origin_is_refused(string origin)
    {
        using var passkey = NewPasskey();
        await AddAsync($"phished{origin.Length}", passkey);
        using var browser = world.First.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, await ProveAsync(browser, $"phished{origin.Length}", options =>
        {
            passkey.Origin = origin;
            return passkey.Get(options);
        }));
    }

    [Fact]
    public async Task An_assertion_for_another_relying_party_is_refused()
    {
        using var passkey = NewPasskey();
        await AddAsync("otherparty", passkey);
        using var browser = world.First.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, await ProveAsync(browser, "otherparty", options =>
        {
            passkey.RpId = "keyline.test";
            return passkey.Get(options);
        }));
    }

    [Fact]
    public async Task An_assertion_from_inside_a_frame_of_another_site_is_refused()
    {
        using var passkey = NewPasskey();
        await AddAsync("framed", passkey);
        using var browser = world.First.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, await ProveAsync(browser, "framed", options =>
        {
            passkey.CrossOrigin = true;
            return passkey.Get(options);
        }));
    }

    [Fact]
    public async Task An_assertion_without_user_verification_is_refused()
    {
        using var passkey = NewPasskey();
        await AddAsync("unverified", passkey);
        using var browser = world.First.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, await ProveAsync(browser, "unverified", options =>
        {
            passkey.UserVerified = false;
            return passkey.Get(options);
        }));
    }

    [Fact]
    public async Task A_cloned_authenticator_is_refused_and_named_in_the_audit_log()
    {
        using var passkey = NewPasskey();
        var person = await AddAsync("cloned", passkey);
        using var clone = passkey.Clone();
        using var owner = world.First.Browser();
        Assert.Equal(HttpStatusCode.Found, await ProveAsync(owner, "cloned", passkey.Get));
        using var thief = world.Second.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, await ProveAsync(thief, "cloned", clone.Get));
        Assert.Contains(await world.AuditAsync(person), entry =>
            entry.Facts.TryGetValue("detail", out var detail) && detail.Contains("CounterDidNotGrow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_persons_passkey_is_refused()
    {
        using var theirs = NewPasskey();
        using var mine = NewPasskey();
        await AddAsync("target", theirs);
        await AddAsync("attacker", mine);
        using var browser = world.First.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, await ProveAsync(browser, "target", mine.Get));
    }

    [Fact]
    public async Task A_credential_that_somebody_has_cannot_be_added_to_another_account()
    {
        using var passkey = NewPasskey();
        await AddAsync("first-owner", passkey);
        await world.AddAsync("second-owner");
        using var browser = world.First.Browser();
        await world.SignInAsync(browser, "second-owner");

        Assert.Equal(HttpStatusCode.BadRequest, await RegisterAsync(browser, passkey));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[[[[[[")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}")]
    public async Task Nonsense_in_place_of_an_assertion_is_refused(string answer)
    {
        using var passkey = NewPasskey();
        var name = $"nonsense{answer.Length}";
        await AddAsync(name, passkey);
        using var browser = world.First.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, await ProveAsync(browser, name, _ => answer));
    }

    private SoftAuthenticator NewPasskey() => new() { Origin = world.Origin, RpId = RpId };

    private async Task<Person> AddAsync(string userName, SoftAuthenticator passkey)
    {
        var person = await world.AddAsync(userName);
        using var browser = world.First.Browser();
        await world.SignInAsync(browser, userName);
        Assert.Equal(HttpStatusCode.OK, await RegisterAsync(browser, passkey));
        return person;
    }

    private async Task<HttpStatusCode> RegisterAsync(TestBrowser browser, SoftAuthenticator passkey)
    {
        using var page = await browser.GetAsync("/t/acme/account/security");
        var answer = passkey.Create(await LocalWorld.OptionsAsync(page));
        using var added = await browser.PostAsync("/t/acme/account/security/passkeys", world.Origin, ("name", "Key"), ("credential", answer));
        return added.StatusCode;
    }

    private async Task<HttpStatusCode> ProveAsync(TestBrowser browser, string userName, Func<string, string> answer)
    {
        using var password = await world.PasswordAsync(browser, userName);
        using var page = await browser.GetAsync("/t/acme/local/second-factor");
        return await PostAsync(browser, answer(await LocalWorld.OptionsAsync(page)));
    }

    private async Task<HttpStatusCode> PostAsync(TestBrowser browser, string answer)
    {
        using var proved = await browser.PostAsync(
            "/t/acme/local/second-factor", world.Origin, ("method", "passkey"), ("credential", answer));
        return proved.StatusCode;
    }
}
