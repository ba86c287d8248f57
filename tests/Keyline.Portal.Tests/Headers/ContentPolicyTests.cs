using Keyline.Portal.Headers;

namespace Keyline.Portal.Tests.Headers;

public class ContentPolicyTests
{
    [Fact]
    public void Lets_a_form_go_to_one_address_without_its_query() => Assert.EndsWith(
        "; form-action 'self' https://login.example:8443/saml2/sso",
        ContentPolicy.WithFormTo("https://login.example:8443/saml2/sso?tenant=1#x"), StringComparison.Ordinal);

    [Fact]
    public void An_address_cannot_add_a_directive() => Assert.EndsWith(
        "; form-action 'self' https://login.example/a%3B%20script-src%20%2A%2Cb",
        ContentPolicy.WithFormTo("https://login.example/a;%20script-src%20%2A,b"), StringComparison.Ordinal);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/saml2/sso")]
    public void Refuses_what_is_no_web_address(string destination) =>
        Assert.Throws<ArgumentException>(() => ContentPolicy.WithFormTo(destination));
}
