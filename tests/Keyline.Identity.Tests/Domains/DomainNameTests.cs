using Keyline.Identity.Domains;

namespace Keyline.Identity.Tests.Domains;

public class DomainNameTests
{
    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData(" @Example.COM. ", "example.com")]
    [InlineData("müller.example", "xn--mller-kva.example")]
    [InlineData("xn--mller-kva.example", "xn--mller-kva.example")]
    [InlineData("例え.テスト", "xn--r8jz45g.xn--zckzah")]
    [InlineData("a-b.co.uk", "a-b.co.uk")]
    [InlineData("mail.corp.example", "mail.corp.example")]
    [InlineData("me.ch", "me.ch")]
    public void Reads_a_domain(string text, string expected) => Assert.Equal(expected, DomainName.Parse(text).Value?.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("example")]
    [InlineData("anna@example.com")]
    [InlineData("http://example.com")]
    [InlineData("example..com")]
    [InlineData("-example.com")]
    [InlineData("exa mple.com")]
    [InlineData("exa_mple.com")]
    [InlineData("192.0.2.1")]
    [InlineData("printer.local")]
    [InlineData("exam\0ple.com")]
    [InlineData("*.example.com")]
    public void Refuses_what_is_none(string? text) => Assert.Equal(DomainFaultCode.NotADomain, DomainName.Parse(text).Fault?.Code);

    [Fact]
    public void Refuses_names_that_are_too_long()
    {
        Assert.False(DomainName.Parse(new string('a', 64) + ".example").Ok);
        Assert.False(DomainName.Parse(string.Join('.', Enumerable.Repeat("abcdefgh", 28)) + ".example").Ok);
        Assert.False(DomainName.Parse(new string('ü', 100_000)).Ok);
    }

    [Theory]
    [InlineData("co.uk")]
    [InlineData("com.au")]
    [InlineData("github.io")]
    [InlineData("onmicrosoft.com")]
    public void Refuses_what_companies_register_under(string text) =>
        Assert.Equal(DomainFaultCode.PublicSuffix, DomainName.Parse(text).Fault?.Code);

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("GoogleMail.com")]
    [InlineData("outlook.com")]
    [InlineData("yahoo.co.jp")]
    [InlineData("gmx.de")]
    [InlineData("web.de")]
    [InlineData("icloud.com")]
    [InlineData("proton.me")]
    [InlineData("qq.com")]
    [InlineData("laposte.net")]
    [InlineData("team.gmail.com")]
    public void Refuses_public_mail_domains(string text) =>
        Assert.Equal(DomainFaultCode.PublicMailDomain, DomainName.Parse(text).Fault?.Code);

    [Fact]
    public void Ships_several_hundred_public_mail_domains() => Assert.InRange(PublicMailDomains.Count, 500, 5000);
}
