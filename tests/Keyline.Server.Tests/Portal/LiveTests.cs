using System.Diagnostics;
using Keyline.Identity.Sessions;
using Keyline.Journal;

namespace Keyline.Server.Tests.Portal;

public sealed class LiveTests(PortalSite site) : IClassFixture<PortalSite>
{
    [Fact]
    public async Task An_open_page_hears_within_a_second_that_its_session_has_ended()
    {
        var user = await site.SignInAsync(site.Acme);
        using var stream = await FollowAsync(user);
        Assert.Equal("retry: 1000", await stream.ReadLineAsync(TestContext.Current.CancellationToken));
        var clock = Stopwatch.StartNew();

        await site.Node.AskAsync((EndSessions end) => end.EndAsync(
            site.Acme.Id, user.Session.Id, SessionEnd.EndedByAdministrator, AuditParty.System, ClientDescription.None, CancellationToken.None));

        Assert.Contains("event: gone", await stream.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_end_of_another_session_is_nothing_to_it()
    {
        var user = await site.SignInAsync(site.Acme);
        var other = await site.SignInAsync(site.Acme, user.Person);
        var stream = await FollowAsync(user);

        await site.Node.AskAsync((EndSessions end) => end.EndAsync(
            site.Acme.Id, other.Session.Id, SessionEnd.EndedByPerson, AuditParty.System, ClientDescription.None, CancellationToken.None));
        var rest = ReadRestAsync(stream);

        Assert.NotSame(rest, await Task.WhenAny(rest, Task.Delay(500, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_session_has_a_bounded_number_of_them()
    {
        var user = await site.SignInAsync(site.Acme);
        var open = new List<StreamReader>();
        for (var page = 0; page < Keyline.Portal.Live.LiveStreams.MaxPerSession; page++)
        {
            open.Add(await FollowAsync(user));
            Assert.Equal("retry: 1000", await open[^1].ReadLineAsync(TestContext.Current.CancellationToken));
        }

        using var more = await FollowAsync(user);

        Assert.Contains("event: full", await more.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        open.ForEach(page => page.Dispose());
    }

    private static Task<string> ReadRestAsync(StreamReader stream) => stream.ReadToEndAsync(TestContext.Current.CancellationToken);

    private async Task<StreamReader> FollowAsync(SignedInBrowser user)
    {
        var http = new HttpClient { BaseAddress = site.Node.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/t/acme/live", UriKind.Relative));
        request.Headers.Add("Cookie", user.Browser.Cookies.GetCookieHeader(new Uri(site.Origin)));
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }
}
