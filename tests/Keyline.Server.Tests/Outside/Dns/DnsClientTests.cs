using Keyline.Identity.Domains;

namespace Keyline.Server.Tests.Outside.Dns;

/// <summary>Against a real name server.</summary>
public class DnsClientTests(DnsPeer dns) : IClassFixture<DnsPeer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_every_text_of_a_name()
    {
        await dns.UpdateAsync(
            "update add _keyline.acme.test 5 TXT \"keyline-domain=abc\"", "update add _keyline.acme.test 5 TXT \"two\" \"parts\"");

        var found = await DnsPeer.Client(dns.Address).FindAsync("_keyline.acme.test.", Ct);

        Assert.Equal(["keyline-domain=abc", "twoparts"], found.Value?.Texts.Order());
    }

    [Fact]
    public async Task Fetches_over_TCP_what_does_not_fit_into_a_datagram()
    {
        await dns.UpdateAsync(Enumerable.Range(0, 40).Select(i => $"update add big.acme.test 5 TXT \"{i:D3} {new string('x', 200)}\""));

        var found = await DnsPeer.Client(dns.Address).FindAsync("big.acme.test", Ct);

        Assert.Equal(40, found.Value?.Texts.Count);
    }

    [Fact]
    public async Task Follows_an_alias()
    {
        await dns.UpdateAsync("update add real.acme.test 5 TXT \"here\"", "update add alias.acme.test 5 CNAME real.acme.test");

        var found = await DnsPeer.Client(dns.Address).FindAsync("alias.acme.test", Ct);

        Assert.Equal("here", Assert.Single(found.Value?.Texts ?? []));
    }

    [Fact]
    public async Task A_name_without_texts_has_none()
    {
        var found = await DnsPeer.Client(dns.Address).FindAsync("ns.acme.test", Ct);

        Assert.Empty(found.Value?.Texts ?? ["?"]);
    }

    [Fact]
    public async Task Says_that_a_name_does_not_exist()
    {
        var found = await DnsPeer.Client(dns.Address).FindAsync("nothing.acme.test", Ct);

        Assert.Equal(DnsFaultCode.NameUnknown, found.Fault?.Code);
    }

    [Fact]
    public async Task Says_that_a_resolver_refuses()
    {
        var found = await DnsPeer.Client(dns.Address).FindAsync("elsewhere.invalid", Ct);

        Assert.Equal(DnsFaultCode.ResolverFailed, found.Fault?.Code);
        Assert.Contains("REFUSED", found.Fault?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_the_next_resolver_when_one_is_silent()
    {
        var silent = new System.Net.IPEndPoint(Keyline.Testing.Peers.Loopback.NewAddress(), 9);

        var found = await DnsPeer.Client(silent.ToString(), dns.Address).FindAsync("ns.acme.test", Ct);

        Assert.True(found.Ok);
    }

    [Fact]
    public async Task Says_that_no_resolver_answers()
    {
        var silent = new System.Net.IPEndPoint(Keyline.Testing.Peers.Loopback.NewAddress(), 9);

        var found = await DnsPeer.Client(silent.ToString()).FindAsync("acme.test", Ct);

        Assert.Equal(DnsFaultCode.ResolverSilent, found.Fault?.Code);
    }
}
