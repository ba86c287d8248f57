using Keyline.Identity.SignIn;
using Keyline.Tenancy;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.SignIn;

public class ReturnPathTests
{
    private static readonly TenantSlug _acme = SignInWorld.NewTenant("acme").Slug;

    [Theory]
    [InlineData("/t/acme")]
    [InlineData("/t/acme/")]
    [InlineData("/t/acme/console/people?after=1&x=%2F")]
    [InlineData("/t/acme/oauth/authorize?redirect_uri=https%3A%2F%2Fapp.example%2Fcb")]
    public void Takes_a_path_of_the_tenant(string text)
    {
        Assert.True(ReturnPath.TryParse(text, _acme, out var path));
        Assert.Equal(text, path.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/t/other/")]
    [InlineData("/t/acmeevil/")]
    [InlineData("https://evil.example/t/acme/")]
    [InlineData("//evil.example/t/acme/")]
    [InlineData("/\\evil.example/t/acme/")]
    [InlineData("/t/acme//evil.example")]
    [InlineData("/t/acme/..//evil.example")]
    [InlineData("/t/acme/../other/")]
    [InlineData("/t/acme/%2e%2e/other/")]
    [InlineData("/t/acme/%252e%252e/other/")]
    [InlineData("/t/acme/%2f%2fevil.example")]
    [InlineData("/t/acme/%5cevil.example")]
    [InlineData("/t/acme/\r\nSet-Cookie: a=b")]
    [InlineData("/t/acme/%0d%0aSet-Cookie:a")]
    [InlineData("/t/acme/\t")]
    [InlineData("/t/acme/#@evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/t/acme/ä")]
    public void Refuses_whatever_could_lead_elsewhere(string text) => Assert.False(ReturnPath.TryParse(text, _acme, out _));

    [Fact]
    public void Refuses_what_is_too_long() =>
        Assert.False(ReturnPath.TryParse("/t/acme/" + new string('a', ReturnPath.MaxLength), _acme, out _));
}
