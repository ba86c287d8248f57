using Keyline.Identity.Federation;

namespace Keyline.Identity.Tests.Federation;

public class FindConnectionTests
{
    [Theory]
    [InlineData("anna@acme.example", "acme.example")]
    [InlineData(" Anna@ACME.example. ", "acme.example")]
    [InlineData("anna@müller.example", "xn--mller-kva.example")]
    [InlineData("\"a@b\"@acme.example", "acme.example")]
    [InlineData("anna", null)]
    [InlineData("@acme.example", null)]
    [InlineData("anna@", null)]
    [InlineData("anna@-bad-.example", null)]
    [InlineData("+41 44 555 01 01", null)]
    [InlineData(null, null)]
    public void Reads_the_domain_of_what_was_typed(string? identifier, string? domain) => Assert.Equal(domain, FindConnection.DomainOf(identifier));
}
