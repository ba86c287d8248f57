using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.People;
using Keyline.Testing.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.Local;

public sealed partial class LocalSignInAttackTests(LocalWorld world) : IClassFixture<LocalWorld>
{
    private static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task User_enumeration_finds_no_difference_in_the_answer_or_in_the_work_done()
    {
        await world.AddAsync("wrong-password");
        await world.AddAsync("not-chosen", change: person => person with { LocalSignIn = false });
        await world.AddAsync("gone", change: person => person with { State = PersonState.Deactivated });
        await world.AddAsync("unequipped", change: person => person with { Kind = PersonKind.BreakGlass });
        var seen = new HashSet<(HttpStatusCode, string, long)>();
        foreach (var (name, password) in new[]
        {
            ("nobody", LocalWorld.Password), ("wrong-password", "something else entirely"), ("not-chosen", LocalWorld.Password),
            ("gone", LocalWorld.Password), ("unequipped", LocalWorld.Password), ("nobody\u0001", LocalWorld.Password), ("", ""),
        })
        {
            seen.Add(await TryAsync(name, password));
        }

        var (status, _, work) = Assert.Single(seen);
        Assert.Equal((HttpStatusCode.BadRequest, 1), (status, work));
    }

    [Fact]
    public async Task The_audit_log_knows_the_difference_that_the_answer_hides()
    {
        var person = await world.AddAsync("audited", change: person => person with { LocalSignIn = false });
        using var browser = world.First.Browser();
        using var answer = await world.PasswordAsync(browser, "audited");
        var reference = Reference().Match(await answer.Content.ReadAsStringAsync(_ct)).Groups[1].Value;

        var entry = Assert.Single(await world.AuditAsync(person));
        Assert.Equal((reference, "NotAllowed"), (entry.Reference, entry.Facts["code"]));
    }

    [Fact]
    public async Task Password_guessing_holds_up_the_guesser_and_not_the_owners_known_browser()
    {
        await world.AddAsync("guessed");
        using var owner = world.First.Browser();
        await world.SignInAsync(owner, "guessed");
        using var guesser = world.Second.Browser();
        for (var i = 0; i < 7; i++)
        {
            using var wrong = await world.PasswordAsync(guesser, "guessed", $"guess number {i} of many");
        }

        using var held = await world.PasswordAsync(guesser, "guessed");
        Assert.Equal(HttpStatusCode.TooManyRequests, held.StatusCode);
        Assert.NotNull(held.Headers.RetryAfter);
        using var known = await world.PasswordAsync(owner, "guessed");
        Assert.Equal(HttpStatusCode.Found, known.StatusCode);
    }

    [Fact]
    public async Task Another_persons_known_browser_earns_no_guesses()
    {
        await world.AddAsync("insider");
        await world.AddAsync("victim");
        using var insider = world.First.Browser();
        await world.SignInAsync(insider, "insider");
        var held = 0;
        for (var i = 0; i < 9; i++)
        {
            using var answer = await world.PasswordAsync(insider, "victim", $"guess number {i} of many");
            held += answer.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        Assert.InRange(held, 2, 4);
    }

    [Fact]
    public async Task A_totp_code_is_refused_a_second_time_in_its_step_on_the_same_and_on_another_node()
    {
        var app = new TestApp();
        await world.AddAsync("replayed", app);
        var code = app.CodeAt(DateTimeOffset.UtcNow);
        using var first = world.First.Browser();
        using var second = world.First.Browser();
        using var third = world.Second.Browser();
        foreach (var browser in new[] { first, second, third })
        {
            using var password = await world.PasswordAsync(browser, "replayed");
        }

        using var accepted = await world.CodeAsync(first, code);
        using var replayed = await world.CodeAsync(second, code);
        using var elsewhere = await world.CodeAsync(third, code);
        Assert.Equal(HttpStatusCode.Found, accepted.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (replayed.StatusCode, elsewhere.StatusCode));
        Assert.NotEqual(HttpStatusCode.OK, await third.StatusOfAsync("/t/acme/api/me"));
    }

    [Fact]
    public async Task Of_one_totp_code_sent_to_two_nodes_at_once_one_is_accepted()
    {
        var app = new TestApp();
        await world.AddAsync("raced", app);
        using var first = world.First.Browser();
        using var second = world.Second.Browser();
        using var one = await world.PasswordAsync(first, "raced");
        using var two = await world.PasswordAsync(second, "raced");
        var code = app.CodeAt(DateTimeOffset.UtcNow);
        var answers = await Task.WhenAll(world.CodeAsync(first, code), world.CodeAsync(second, code));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Found));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Of_one_recovery_code_sent_to_two_nodes_at_once_one_is_accepted()
    {
        var person = await world.AddAsync("recovered", new TestApp());
        var code = (await world.AddRecoveryCodesAsync(person))[0];
        using var first = world.First.Browser();
        using var second = world.Second.Browser();
        using var one = await world.PasswordAsync(first, "recovered");
        using var two = await world.PasswordAsync(second, "recovered");
        var answers = await Task.WhenAll(RecoverAsync(first, code.ToLowerInvariant().Replace('-', ' ')), RecoverAsync(second, code));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Found));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task After_five_wrong_codes_the_password_is_asked_for_again()
    {
        var app = new TestApp();
        await world.AddAsync("fumbling", app);
        using var browser = world.First.Browser();
        using var password = await world.PasswordAsync(browser, "fumbling");
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await world.CodeAsync(browser, "000000");
        }

        using var right = await world.CodeAsync(browser, app.CodeAt(DateTimeOffset.UtcNow));
        Assert.NotEqual(HttpStatusCode.Found, right.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, await browser.StatusOfAsync("/t/acme/api/me"));
    }

    [Fact]
    public async Task A_session_cookie_planted_before_sign_in_is_replaced_and_worth_nothing()
    {
        await world.AddAsync("fixed");
        var planted = new string('A', 43);
        using var browser = world.First.Browser();
        browser.Cookies.SetCookies(new Uri(world.Origin), $"__Host-keyline-acme={planted}; Secure; Path=/");
        await world.SignInAsync(browser, "fixed");
        var given = browser.Cookies.GetCookies(new Uri(world.Origin))["__Host-keyline-acme"]?.Value;
        using var attacker = world.First.Browser();
        attacker.Cookies.SetCookies(new Uri(world.Origin), $"__Host-keyline-acme={planted}; Secure; Path=/");

        Assert.NotEqual(planted, given);
        Assert.NotEqual(HttpStatusCode.OK, await attacker.StatusOfAsync("/t/acme/api/me"));
    }

    [Fact]
    public async Task Signing_in_anew_ends_the_session_that_the_browser_had()
    {
        await world.AddAsync("renewed");
        using var browser = world.First.Browser();
        await world.SignInAsync(browser, "renewed");
        var old = browser.Cookies.GetCookies(new Uri(world.Origin))["__Host-keyline-acme"]?.Value;
        await world.SignInAsync(browser, "renewed");
        using var thief = world.First.Browser();
        thief.Cookies.SetCookies(new Uri(world.Origin), $"__Host-keyline-acme={old}; Secure; Path=/");

        Assert.NotEqual(HttpStatusCode.OK, await thief.StatusOfAsync("/t/acme/api/me"));
    }

    [Fact]
    public async Task Local_sign_in_posted_by_another_site_is_refused()
    {
        await world.AddAsync("lured");
        using var browser = world.First.Browser();
        using var answer = await browser.PostAsync(
            "/t/acme/local", "https://evil.example", ("username", "lured"), ("password", LocalWorld.Password));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(browser.Cookies.GetCookies(new Uri(world.Origin)));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/t/other/")]
    public async Task A_return_address_outside_of_the_tenant_leads_home(string back)
    {
        var name = $"returning{Math.Abs(back.GetHashCode(StringComparison.Ordinal))}";
        await world.AddAsync(name);
        using var browser = world.First.Browser();
        using var answer = await world.PasswordAsync(browser, name, back: back);

        Assert.Equal("/t/acme/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Oversized_and_hostile_input_is_a_wrong_password()
    {
        await world.AddAsync("hostile");
        foreach (var (name, password) in new[]
        {
            ("hostile", new string('x', 900_000)), (new string('y', 100_000), LocalWorld.Password), ("'; drop table people; --", "x"),
            ("hos\u0001tile", "x"), ("hostile", "\uFFFF\uFFFE"),
        })
        {
            var (status, _, work) = await TryAsync(name, password);
            Assert.Equal((HttpStatusCode.BadRequest, 1), (status, work));
        }
    }

    [Theory]
    [InlineData("nul", LocalWorld.Password + "\0")]
    [InlineData("n\0ul", LocalWorld.Password)]
    public async Task Null_bytes_are_refused_and_cut_nothing_off(string name, string password)
    {
        var (status, _, _) = await TryAsync(name, password);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task A_password_typed_in_another_unicode_normal_form_is_the_same_password()
    {
        const string Composed = "Ångström trinkt heiße Schokolade";
        await world.AddAsync("unicode", password: Composed);
        using var browser = world.First.Browser();

        await world.SignInAsync(browser, "unicode", password: Composed.Normalize(NormalizationForm.FormD));
    }

    [GeneratedRegex("Reference: ([0-9A-Z-]+)")]
    private static partial Regex Reference();

    [GeneratedRegex("value=\"[^\"]*\"")]
    private static partial Regex Values();

    private Task<HttpResponseMessage> RecoverAsync(TestBrowser browser, string code) =>
        browser.PostAsync("/t/acme/local/second-factor", world.Origin, ("method", "recovery"), ("code", code));

    // The status, the page without what was typed and without the reference, and how many hashes were computed.
    private async Task<(HttpStatusCode Status, string Page, long Work)> TryAsync(string name, string password)
    {
        var hasher = world.First.Services.GetRequiredService<PasswordHasher>();
        var before = hasher.Derivations;
        using var browser = world.First.Browser();
        using var answer = await world.PasswordAsync(browser, name, password);
        var page = Values().Replace(Reference().Replace(await answer.Content.ReadAsStringAsync(_ct), ""), "");
        return (answer.StatusCode, page, hasher.Derivations - before);
    }
}
