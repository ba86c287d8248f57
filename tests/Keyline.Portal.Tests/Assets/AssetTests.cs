using System.Net;
using AngleSharp.Html.Parser;
using Keyline.Portal.Assets;

namespace Keyline.Portal.Tests.Assets;

public sealed class AssetTests(Gallery gallery) : IClassFixture<Gallery>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_asset_may_be_kept_for_ever_because_its_address_names_its_content()
    {
        using var answer = await gallery.Client.GetAsync(new Uri(AssetCatalog.Href("keyline.css"), UriKind.Relative), Ct);

        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString().Replace("immutable, ", "", StringComparison.Ordinal));
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^/assets/keyline\\.[0-9a-f]{12}\\.css$", AssetCatalog.Href("keyline.css"));
    }

    [Fact]
    public async Task An_asset_is_compressed_for_those_who_take_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AssetCatalog.Href("keyline.css"));
        request.Headers.Add("Accept-Encoding", "gzip, br");

        using var answer = await gallery.Client.SendAsync(request, Ct);

        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Ct)).Length, 1, 7_000);
    }

    [Theory]
    [InlineData("/assets/keyline.css")]
    [InlineData("/assets/keyline.000000000000.css")]
    [InlineData("/assets/..%2Fkeyline.css")]
    public async Task An_address_of_other_content_is_not_found(string address)
    {
        using var answer = await gallery.Client.GetAsync(new Uri(address, UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void The_stylesheet_stays_small() =>
        Assert.InRange(AssetCatalog.All.Single(asset => asset.Name == "keyline.css").Content.Length, 1, 20 * 1024);

    [Fact]
    public async Task The_sign_in_page_with_all_that_it_loads_is_under_60_KB_and_has_no_script()
    {
        var html = await gallery.Client.GetStringAsync(new Uri("/gallery/sign-in", UriKind.Relative), Ct);
        var page = await new HtmlParser().ParseDocumentAsync(html, Ct);
        var loaded = page.QuerySelectorAll("link[href], img[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Distinct(StringComparer.Ordinal)
            .Sum(address => AssetCatalog.Find(address)!.Content.Length);

        Assert.InRange(html.Length + loaded, 1, 60_000);
        Assert.Empty(page.QuerySelectorAll("script"));
    }
}
