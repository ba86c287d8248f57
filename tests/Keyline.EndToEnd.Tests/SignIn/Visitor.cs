using System.Text.Json;
using Microsoft.Playwright;

namespace Keyline.EndToEnd.Tests.SignIn;

/// <summary>What a person in front of a browser does.</summary>
internal static class Visitor
{
    /// <summary>Begins at a connection of acme.</summary>
    public static async Task GoToConnectionAsync(this IPage page, Installation keyline, string connection)
    {
        await page.GotoAsync(new Uri(keyline.Origin, $"/t/acme/login?connection={connection}").ToString());
        if ((await page.ContentAsync()).Contains("Reference", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{await page.InnerTextAsync("body")}\n{await keyline.ReadAuditAsync()}");
        }
    }

    /// <summary>Fills in SimpleSAMLphp's page.</summary>
    public static async Task SignInAtSimpleSamlAsync(this IPage page, string name)
    {
        await page.FillAsync("input[name=username]", name);
        await page.FillAsync("input[name=password]", "pw-" + name);
        await page.PressAsync("input[name=password]", "Enter");
    }

    /// <summary>Fills in the OpenID provider's page.</summary>
    public static async Task SignInAtOpenIdAsync(this IPage page, string name)
    {
        await page.FillAsync("input[name=login]", name);
        await page.FillAsync("input[name=password]", "pw-" + name);
        await page.ClickAsync("#sign-in");
    }

    /// <summary>Waits until the browser is back at Keyline, at a page of its own. A refusal is a failure that shows the page.</summary>
    public static async Task WaitForKeylineAsync(this IPage page, Installation keyline)
    {
        try
        {
            await page.WaitForURLAsync(url => url.StartsWith(keyline.Origin.ToString(), StringComparison.Ordinal)
                && !url.Contains("/acs", StringComparison.Ordinal) && !url.Contains("/callback", StringComparison.Ordinal),
                new PageWaitForURLOptions { Timeout = 15_000 });
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException(
                $"The sign-in ended at {page.Url}: {await page.InnerTextAsync("body")}\n{await keyline.ReadAuditAsync()}");
        }
    }

    /// <summary>Signs out by the same form as the button on every page; confirms at the IdP where that asks.</summary>
    public static async Task SignOutAsync(this IPage page)
    {
        await page.EvaluateAsync("""
            () => { const f = document.createElement('form'); f.method = 'post'; f.action = '/t/acme/logout'; document.body.append(f); f.submit(); }
            """);
        try
        {
            var button = page.Locator("button[name=logout]").First;
            var there = page.WaitForSelectorAsync("h1:has-text('signed out')", new PageWaitForSelectorOptions { Timeout = 20_000 });
            if (await Task.WhenAny(there, button.WaitForAsync(new LocatorWaitForOptions { Timeout = 20_000 })) != there)
            {
                await button.ClickAsync();
            }

            await there;
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"Signing out ended at {page.Url}: {await page.InnerTextAsync("body")}");
        }
    }

    /// <summary>Who Keyline says the browser is; null when it says 401.</summary>
    public static async Task<JsonElement?> WhoAmIAsync(this IPage page)
    {
        var text = await page.EvaluateAsync<string>(
            "async () => { const r = await fetch('/t/acme/api/me', { headers: { accept: 'application/json' } }); return r.status + ' ' + await r.text(); }");
        return text.StartsWith("200 ", StringComparison.Ordinal) ? JsonDocument.Parse(text[4..]).RootElement
            : text.StartsWith("401 ", StringComparison.Ordinal) ? null
            : throw new InvalidOperationException(text);
    }

    /// <summary>The names of the roles in an answer.</summary>
    public static IEnumerable<string?> Roles(this JsonElement me) =>
        me.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("role").GetString());
}
