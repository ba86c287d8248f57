using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Keyline.Server.Tests.Demo;

/// <summary>A browser without script: it follows redirects, keeps cookies, and sends the one form of a page.</summary>
internal sealed class DemoBrowser : IDisposable
{
    private readonly HttpClient _http;
    private readonly SocketsHttpHandler _handler = new() { CookieContainer = new CookieContainer(), MaxAutomaticRedirections = 20 };

    public DemoBrowser(string origin) => _http = new HttpClient(_handler) { BaseAddress = new Uri(origin) };

    /// <summary>Where the last page was.</summary>
    public Uri At { get; private set; } = new("about:blank");

    public async Task<IHtmlDocument> OpenAsync(string address)
    {
        using var answer = await _http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    /// <summary>Fills in fields of the page's form and sends it.</summary>
    public async Task<IHtmlDocument> SendAsync(IHtmlDocument page, params (string Name, string Value)[] typed)
    {
        var form = Assert.IsType<IHtmlFormElement>(page.QuerySelector("main form") ?? page.QuerySelector("form"), exactMatch: false);
        var fields = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>()
            .ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        foreach (var (name, value) in typed)
        {
            Assert.Contains(name, fields.Keys);
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(new Uri(At, form.GetAttribute("action") ?? ""), content, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    /// <summary>Asks for JSON, as a program does.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Json)> AskAsync(string address)
    {
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (answer.StatusCode, json.RootElement.Clone());
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        At = answer.RequestMessage?.RequestUri ?? At;
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} at {At}: {text}");
        return await new HtmlParser().ParseDocumentAsync(text);
    }
}
