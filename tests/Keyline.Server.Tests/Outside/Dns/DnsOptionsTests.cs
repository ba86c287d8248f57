using Keyline.Identity.Domains;
using Keyline.Server.Outside.Dns;

namespace Keyline.Server.Tests.Outside.Dns;

public class DnsOptionsTests
{
    [Fact]
    public void The_defaults_are_good() => Assert.True(Check(new DnsOptions()));

    [Fact]
    public void Refuses_a_resolver_that_is_a_name()
    {
        var options = new DnsOptions();
        options.Resolvers.Add("dns.example.com");

        Assert.False(Check(options));
    }

    [Fact]
    public void Refuses_senseless_times_and_counts()
    {
        Assert.False(Check(new DnsOptions { Timeout = TimeSpan.Zero }));
        Assert.False(Check(new DnsOptions { Attempts = 0 }));
    }

    [Fact]
    public void Reads_the_resolvers_of_the_system() => Assert.Equal(
        ["192.0.2.1", "2001:db8::1"],
        ResolverList.Parse(["# comment", "search acme.test", "nameserver 192.0.2.1", "nameserver\t2001:db8::1 # x", "nameserver junk"]));

    [Fact]
    public void A_resolver_without_a_port_has_53()
    {
        var options = new DnsOptions();
        options.Resolvers.Add("192.0.2.1");
        options.Resolvers.Add("[2001:db8::1]:5300");

        Assert.Equal([53, 5300], ResolverList.From(options).Select(resolver => resolver.Port));
    }

    [Fact]
    public void Every_kind_of_fault_has_its_test() => Assert.Equal(6, Enum.GetValues<DnsFaultCode>().Length);

    private static bool Check(DnsOptions options) => new DnsOptionsCheck().Validate(null, options).Succeeded;
}
