using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Keyline.Portal.Tests.Samples;

namespace Keyline.Portal.Tests;

/// <summary>What holds for every page, whatever it shows.</summary>
public sealed class PageTests(Gallery gallery) : IClassFixture<Gallery>
{
    private const string Controls = "input:not([type=hidden]):not([hidden]), select, textarea";

    public static TheoryData<string> Pages => [.. Sample.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_one_document_with_language_title_one_heading_and_landmarks(string name)
    {
        var page = await ReadAsync(name);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith(" · Keyline", page.Title, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("body > header"));
        Assert.NotNull(page.QuerySelector("a.skip[href='#main']"));
        Assert.All(page.QuerySelectorAll("nav"), nav => Assert.NotEmpty(nav.GetAttribute("aria-label") ?? ""));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Has_nothing_inline_that_the_policy_forbids(string name)
    {
        var page = await ReadAsync(name);

        Assert.Empty(page.QuerySelectorAll("style, [style], iframe, object, embed, base"));
        Assert.All(page.QuerySelectorAll("script"), script =>
        {
            Assert.StartsWith("/assets/", script.GetAttribute("src"), StringComparison.Ordinal);
            Assert.Empty(script.TextContent);
        });
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain(page.QuerySelectorAll("[href]"), link =>
            link.GetAttribute("href")!.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Labels_every_control_and_names_every_button_and_link(string name)
    {
        var page = await ReadAsync(name);

        Assert.All(page.QuerySelectorAll(Controls), control =>
            Assert.True(control.Id is { } id && page.QuerySelector($"label[for='{id}']")?.TextContent.Trim().Length > 0,
                $"{name}: no label for {control.OuterHtml}"));
        Assert.All(page.QuerySelectorAll("button, a"), element =>
            Assert.True(element.TextContent.Trim().Length > 0 || element.HasAttribute("aria-label"), element.OuterHtml));
        Assert.All(page.QuerySelectorAll("svg"), svg =>
            Assert.True(svg.HasAttribute("aria-label") || svg.HasAttribute("aria-hidden"), "a picture says what it shows"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Uses_each_id_once_and_refers_only_to_ids_that_are_there(string name)
    {
        var page = await ReadAsync(name);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.QuerySelectorAll("[aria-describedby]"), element =>
            Assert.Subset(ids.ToHashSet(), element.GetAttribute("aria-describedby")!.Split(' ').ToHashSet()));
        Assert.All(page.QuerySelectorAll("label[for]"), label => Assert.Contains(label.GetAttribute("for"), ids));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Posts_its_forms_to_a_path_of_its_own(string name)
    {
        var page = await ReadAsync(name);

        // The one page that carries a message to an identity provider has this one form.
        Assert.All(page.QuerySelectorAll("form[method=post]").Where(form => form.QuerySelector("input[name=SAMLRequest]") is null), form =>
            Assert.Matches("^/[^/]", form.GetAttribute("action")));
        Assert.All(page.QuerySelectorAll("form"), form => Assert.NotNull(form.QuerySelector("button[type=submit]")));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Gives_each_cell_of_a_table_its_columns_name(string name)
    {
        var page = await ReadAsync(name);

        Assert.All(page.QuerySelectorAll("table"), table =>
        {
            var columns = table.QuerySelectorAll("th").Length;
            Assert.NotEmpty(table.QuerySelector("caption")!.TextContent);
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal(columns, row.QuerySelectorAll("td[data-label]").Length));
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Answers_with_the_security_headers_and_is_not_kept(string name)
    {
        using var answer = await gallery.Client.GetAsync(new Uri($"/gallery/{name}", UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    private async Task<IDocument> ReadAsync(string name)
    {
        using var answer = await gallery.Client.GetAsync(new Uri($"/gallery/{name}", UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }
}
