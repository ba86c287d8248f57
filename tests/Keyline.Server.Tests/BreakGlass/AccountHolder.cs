using System.Net;
using Keyline.Server.Tests.Human;
using Keyline.Server.Tests.Portal;
using Keyline.Testing.Identity;

namespace Keyline.Server.Tests.BreakGlass;

/// <summary>Whoever has a break-glass account under seal: opens the one-time link, and signs in when it must be.</summary>
internal sealed class AccountHolder(PortalSite site, string userName) : IDisposable
{
    private const string Password = "brown envelope in the second safe";

    private AuthenticatorApp? _app;

    public TestBrowser Browser { get; } = site.Node.Browser();

    /// <summary>Sets the account up with the link.</summary>
    /// <returns>The recovery codes.</returns>
    public async Task<IReadOnlyList<string>> OpenAsync(string link)
    {
        using var first = await Browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        _app = new AuthenticatorApp((await PortalSite.ReadAsync(first)).QuerySelector(".copy code")!.TextContent);
        using var done = await Browser.PostAsync(link, site.Origin, ("password", Password), ("again", Password), ("code", _app.Code()));
        return [.. (await PortalSite.ReadAsync(done)).QuerySelectorAll("[data-recovery-codes] code").Select(code => code.TextContent)];
    }

    /// <summary>Signs in with password and app.</summary>
    public async Task SignInAsync()
    {
        using var password = await Browser.PostAsync("/t/acme/local", site.Origin, ("username", userName), ("password", Password));
        Assert.Equal("/t/acme/local/second-factor", password.Headers.Location?.OriginalString);
        using var code = await Browser.PostAsync("/t/acme/local/second-factor", site.Origin, ("method", "totp"), ("code", _app!.Code()));
        Assert.Equal(HttpStatusCode.Redirect, code.StatusCode);
    }

    public void Dispose() => Browser.Dispose();
}
