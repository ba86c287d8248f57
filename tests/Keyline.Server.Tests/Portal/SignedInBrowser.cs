using System.Net;
using AngleSharp.Dom;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Server.Tests.Human;

namespace Keyline.Server.Tests.Portal;

/// <summary>A browser with a session.</summary>
internal sealed record SignedInBrowser(TestBrowser Browser, Person Person, Session Session, string Origin)
{
    /// <summary>A page that must be there.</summary>
    public async Task<IDocument> OpenAsync(string path)
    {
        using var answer = await Browser.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {answer.Headers.Location}");
        return await PortalSite.ReadAsync(answer);
    }

    /// <summary>Posts a form that must be taken, and opens the page that it leads to.</summary>
    public async Task<IDocument> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await Browser.PostAsync(path, Origin, fields);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            var page = await PortalSite.ReadAsync(answer);
            Assert.Fail($"{path}: {answer.StatusCode} {page.QuerySelector(".notice, .problem")?.TextContent.Trim()}");
        }

        return await OpenAsync(answer.Headers.Location!.OriginalString); // a redirect names where to
    }

    /// <summary>Posts a form that must be refused, and reads what is said.</summary>
    public async Task<string> IsRefusedAsync(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await Browser.PostAsync(path, Origin, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return string.Join(' ', (await PortalSite.ReadAsync(answer)).QuerySelectorAll(".notice, .problem").Select(element => element.TextContent.Trim()));
    }

    public Task<HttpStatusCode> StatusOfAsync(string path) => Browser.StatusOfAsync(path);
}
