using System.Net;
using Keyline.Server.Outside.Reach;

namespace Keyline.Server.Tests.Outside.Reach;

public class TargetGuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    public void Forbids_what_is_no_public_address(string address) => Assert.False(new TargetGuard([]).Permits(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("192.169.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    public void Permits_public_addresses(string address) => Assert.True(new TargetGuard([]).Permits(IPAddress.Parse(address)));

    [Fact]
    public void Permits_what_the_operator_allows_and_nothing_beside_it()
    {
        var guard = new TargetGuard([IPNetwork.Parse("10.20.0.0/16")]);

        Assert.True(guard.Permits(IPAddress.Parse("10.20.30.40")));
        Assert.True(guard.Permits(IPAddress.Parse("::ffff:10.20.30.40")));
        Assert.False(guard.Permits(IPAddress.Parse("10.21.0.1")));
    }
}
