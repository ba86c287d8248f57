using System.Net;
using System.Text.Json;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Server.Tests.Human;

/// <summary>
/// A browser at the public origin whose requests reach one node, as through a load balancer: cookies that are Secure are kept and
/// sent, redirects are followed only when asked.
/// </summary>
internal sealed class TestBrowser : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false };
    private readonly HttpClient _http;
    private readonly Uri _node;
    private readonly Uri _origin;

    public TestBrowser(Uri node, Uri origin)
    {
        _node = node;
        _origin = origin;
        _http = new HttpClient(_handler);
    }

    public CookieContainer Cookies { get; } = new();

    public string Accept { get; set; } = "text/html";

    /// <summary>What the Host header says, when it is not the public origin's.</summary>
    public string? Host { get; set; }

    /// <summary>What Sec-Fetch-Site says, when the browser says it.</summary>
    public string? FetchSite { get; set; }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    /// <summary>Posts a form as the page at an origin would.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string? fromOrigin, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, fromOrigin, fields);

    /// <summary>Drops the session's cookie, as after a restart of the browser.</summary>
    public void ForgetSession(Tenant tenant)
    {
        foreach (var cookie in Cookies.GetCookies(_origin).Where(cookie => cookie.Name.EndsWith($"keyline-{tenant.Slug}", StringComparison.Ordinal)))
        {
            cookie.Expired = true;
        }
    }

    /// <summary>Is the same browser as another one, without its session.</summary>
    public void TakeBrowserCookie(TestBrowser other)
    {
        foreach (var cookie in other.Cookies.GetCookies(_origin).Where(cookie => cookie.Name.EndsWith("keyline-browser", StringComparison.Ordinal)))
        {
            Cookies.Add(_origin, new Cookie(cookie.Name, cookie.Value) { Secure = true });
        }
    }

    public void SetBrowserCookie(SecretText secret) =>
        Cookies.Add(_origin, new Cookie("__Host-keyline-browser", secret.Reveal()) { Secure = true });

    public async Task<JsonElement> GetJsonAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, null, "application/json");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return json.RootElement.Clone();
    }

    public async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.StatusCode;
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? fromOrigin, IReadOnlyList<(string Name, string Value)>? fields, string? accept = null)
    {
        // An absolute address at the public origin is the node's, too.
        var local = path.StartsWith(_origin.OriginalString, StringComparison.Ordinal) ? path[_origin.OriginalString.Length..] : path;
        using var request = new HttpRequestMessage(method, new Uri(_node, local));
        request.Headers.Host = Host ?? _origin.Authority;
        request.Headers.Accept.ParseAdd(accept ?? Accept);
        if (Cookies.GetCookieHeader(new Uri(_origin, local)) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        if (FetchSite is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", FetchSite);
        }

        if (fromOrigin is not null)
        {
            request.Headers.Add("Origin", fromOrigin);
        }

        if (fields is not null)
        {
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var news))
        {
            foreach (var cookie in news)
            {
                Cookies.SetCookies(new Uri(_origin, local), cookie);
            }
        }

        return answer;
    }
}
