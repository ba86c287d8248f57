using System.Globalization;
using System.Net;
using Keyline.Server.Human.Limits;

namespace Keyline.Server.Tests.Human.Limits;

public class RateLimitTests
{
    [Fact]
    public async Task Whoever_asks_too_often_is_told_when_to_come_back()
    {
        using var database = new ServerDatabase();
        await using var node = await ServerNode.StartAsync(database, TestContext.Current.CancellationToken, ("AnonymousPerMinute", "5"));
        using var http = new HttpClient();
        var address = new Uri(node.Address, "/openapi/v1.json");
        for (var i = 0; i < 5; i++)
        {
            using var good = await http.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        }

        using var refused = await http.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        using var health = await http.GetAsync(new Uri(node.Address, "/health/live"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7", true)]
    [InlineData("2001:db8:1:2:3::4", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void One_customers_network_counts_as_one(string one, string two, bool same) =>
        Assert.Equal(same, RateLimits.NetworkOf(IPAddress.Parse(one)) == RateLimits.NetworkOf(IPAddress.Parse(two)));
}
