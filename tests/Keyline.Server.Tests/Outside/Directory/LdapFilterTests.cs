using System.Formats.Asn1;
using Keyline.Server.Outside.Directory;

namespace Keyline.Server.Tests.Outside.Directory;

/// <summary>The bytes are those of RFC 4511 4.5.1, written out by hand.</summary>
public class LdapFilterTests
{
    [Theory]
    [InlineData("(cn=a)", "a307" + "0402636e" + "040161")]
    [InlineData("(cn=*)", "8702636e")]
    [InlineData("(cn>=a)", "a507" + "0402636e" + "040161")]
    [InlineData("(cn<=a)", "a607" + "0402636e" + "040161")]
    [InlineData("(cn~=a)", "a807" + "0402636e" + "040161")]
    [InlineData("(!(cn=a))", "a209" + "a3070402636e040161")]
    [InlineData("(&(cn=a)(cn=*))", "a00d" + "a3070402636e040161" + "8702636e")]
    [InlineData("(|(cn=a)(cn=*))", "a10d" + "a3070402636e040161" + "8702636e")]
    [InlineData("(cn=a*b*c)", "a40f" + "0402636e" + "3009" + "800161" + "810162" + "820163")]
    [InlineData("(cn=*b)", "a409" + "0402636e" + "3003" + "820162")]
    [InlineData("(cn=\\2a)", "a307" + "0402636e" + "04012a")]
    [InlineData("(cn={user})", "a308" + "0402636e" + "04022a29")]
    [InlineData("(cn:1.2:={user})", "a90d" + "8103312e32" + "8202636e" + "83022a29")]
    public void Goes_over_the_wire_as_the_specification_says(string text, string hex)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);

        LdapFilterParser.Parse(text, "user")?.Write(writer, new Dictionary<string, string> { ["user"] = "*)" });

        Assert.Equal(hex, Convert.ToHexStringLower(writer.Encode()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cn=a")]
    [InlineData("(cn=a")]
    [InlineData("(cn=a))")]
    [InlineData("(=a)")]
    [InlineData("(cn=)")]
    [InlineData("(&)")]
    [InlineData("(cn=a**b)")]
    [InlineData("(cn>=a*)")]
    [InlineData("(cn=\\2)")]
    [InlineData("(cn=\\zz)")]
    [InlineData("(cn=a(b)")]
    [InlineData("(c n=a)")]
    [InlineData("({user}=a)")]
    [InlineData("(cn={other})")]
    [InlineData("(cn={user)")]
    [InlineData("(cn:=a)")]
    public void Refuses_what_is_no_filter(string text) => Assert.Null(LdapFilterParser.Parse(text, "user"));

    [Fact]
    public void Refuses_a_filter_nested_without_measure() =>
        Assert.Null(LdapFilterParser.Parse("(" + string.Concat(Enumerable.Repeat("!(", 200)) + "cn=a" + new string(')', 201)));
}
