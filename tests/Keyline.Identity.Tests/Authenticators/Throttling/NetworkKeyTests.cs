using System.Net;
using Keyline.Identity.Authenticators.Throttling;

namespace Keyline.Identity.Tests.Authenticators.Throttling;

public class NetworkKeyTests
{
    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9/32", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9/32", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48")]
    public void Takes_what_one_subscriber_can_use_freely_for_one(string address, string narrow, string wide)
    {
        var key = NetworkKey.Of(IPAddress.Parse(address));

        Assert.Equal((narrow, wide), (key.Narrow, key.Wide));
    }

    [Fact]
    public void Takes_all_unknown_addresses_for_one_network() =>
        Assert.Equal(NetworkKey.Of(null), NetworkKey.Of(null));
}
