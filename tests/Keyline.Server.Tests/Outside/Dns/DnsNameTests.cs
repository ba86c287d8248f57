using System.Text;
using Keyline.Identity.Domains;
using Keyline.Server.Outside.Dns;

namespace Keyline.Server.Tests.Outside.Dns;

public class DnsNameTests
{
    [Theory]
    [InlineData("_keyline.acme.example", "_keyline.acme.example")]
    [InlineData("acme.example.", "acme.example")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    public void Takes_a_name(string text, string name) => Assert.Equal(name, DnsName.Parse(text).Value?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a..example")]
    [InlineData("a b.example")]
    [InlineData("a\0.example")]
    [InlineData("a\r\n.example")]
    [InlineData("*.example")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123.example")]
    public void Refuses_what_is_no_name(string text) => Assert.Equal(DnsFaultCode.NotAName, DnsName.Parse(text).Fault?.Code);

    [Fact]
    public void Refuses_a_name_of_more_than_255_bytes() =>
        Assert.False(DnsName.Parse(string.Join('.', Enumerable.Repeat(new string('a', 62), 5))).Ok);

    [Fact]
    public void The_case_of_the_letters_is_random_on_the_wire()
    {
        var name = DnsName.Parse("abcdefghijklmnopqrstuvwxyz.example").Value;

        var spellings = Enumerable.Range(0, 10).Select(_ => Encoding.ASCII.GetString(name?.ToWire() ?? [])).ToHashSet();

        Assert.True(spellings.Count > 1);
        Assert.Single(spellings.Select(spelling => spelling.ToUpperInvariant()).ToHashSet());
    }
}
