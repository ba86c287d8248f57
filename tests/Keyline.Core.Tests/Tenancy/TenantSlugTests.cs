using Keyline.Tenancy;

namespace Keyline.Core.Tests.Tenancy;

public class TenantSlugTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("9")]
    [InlineData("acme")]
    [InlineData("acme-idp")]
    [InlineData("a--b")]
    [InlineData("0123456789012345678901234567890123456789")]
    public void Reads_a_slug_as_it_is(string text)
    {
        Assert.True(TenantSlug.TryParse(text, out var slug));
        Assert.Equal((text, text), (slug.Value, slug.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-acme")]
    [InlineData("acme-")]
    [InlineData("Acme")]
    [InlineData("acme ")]
    [InlineData("ac me")]
    [InlineData("ac.me")]
    [InlineData("ac/me")]
    [InlineData("..")]
    [InlineData("ac%2fme")]
    [InlineData("acmé")]
    [InlineData("аcme")]
    [InlineData("acme\0")]
    [InlineData("acme\n")]
    [InlineData("01234567890123456789012345678901234567890")]
    public void Corrects_nothing(string? text)
    {
        Assert.False(TenantSlug.TryParse(text, out var slug));
        Assert.Equal(default, slug);
    }

    [Theory]
    [InlineData(Plan.Basic, "acme", false)]
    [InlineData(Plan.Connect, "acme", true)]
    [InlineData(Plan.Collaborate, "acme", true)]
    [InlineData(Plan.Basic, "operator", true)]
    public void A_plan_includes_sso_or_not(Plan plan, string text, bool expected)
    {
        Assert.True(TenantSlug.TryParse(text, out var slug));
        var tenant = new Tenant { Id = TenantId.New(), Slug = slug, Name = text, Plan = plan, CreatedAt = DateTimeOffset.UnixEpoch };

        Assert.Equal((expected, text == "operator"), (tenant.IncludesSso, tenant.IsOperator));
    }
}
