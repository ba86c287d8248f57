using Keyline.Identity.SamlProvider.SignOn;
using Keyline.Identity.Sessions;
using Keyline.Saml.Messages;

namespace Keyline.Server.Tests.Human.SamlApps;

public sealed class ContextRuleTests
{
    private const string Unknown = "urn:example:unknown";

    [Theory]
    [InlineData(Assurance.Aal1, AuthnContexts.PasswordProtectedTransport)]
    [InlineData(Assurance.Aal2, AuthnContexts.RefedsMfa)]
    [InlineData(Assurance.Aal3, AuthnContexts.RefedsMfa)]
    public void States_how_strong_a_session_is_when_nobody_asks(Assurance assurance, string expected) =>
        Assert.Equal(expected, ContextRule.Choose([], AuthnContextComparison.Exact, assurance));

    [Theory]
    [InlineData(AuthnContextComparison.Exact, Assurance.Aal1, AuthnContexts.Password, AuthnContexts.Password)]
    [InlineData(AuthnContextComparison.Exact, Assurance.Aal2, AuthnContexts.Password, AuthnContexts.Password)]
    [InlineData(AuthnContextComparison.Exact, Assurance.Aal1, AuthnContexts.RefedsMfa, null)]
    [InlineData(AuthnContextComparison.Exact, Assurance.Aal2, AuthnContexts.EntraMultipleAuthn, AuthnContexts.EntraMultipleAuthn)]
    [InlineData(AuthnContextComparison.Minimum, Assurance.Aal2, AuthnContexts.Password, AuthnContexts.RefedsMfa)]
    [InlineData(AuthnContextComparison.Minimum, Assurance.Aal1, AuthnContexts.RefedsMfa, null)]
    [InlineData(AuthnContextComparison.Maximum, Assurance.Aal2, AuthnContexts.Password, AuthnContexts.Password)]
    [InlineData(AuthnContextComparison.Better, Assurance.Aal2, AuthnContexts.Password, AuthnContexts.RefedsMfa)]
    [InlineData(AuthnContextComparison.Better, Assurance.Aal1, AuthnContexts.Password, null)]
    [InlineData(AuthnContextComparison.Exact, Assurance.Aal3, Unknown, null)]
    [InlineData(AuthnContextComparison.Minimum, Assurance.Aal3, Unknown, null)]
    [InlineData(AuthnContextComparison.Better, Assurance.Aal3, Unknown, null)]
    public void Compares_as_the_app_asked(AuthnContextComparison comparison, Assurance assurance, string asked, string? expected) =>
        Assert.Equal(expected, ContextRule.Choose([asked], comparison, assurance));

    [Fact]
    public void Of_several_the_strongest_that_is_met_is_stated() => Assert.Equal(
        AuthnContexts.RefedsMfa,
        ContextRule.Choose([AuthnContexts.Password, AuthnContexts.RefedsMfa], AuthnContextComparison.Exact, Assurance.Aal2));

    [Fact]
    public void Nothing_is_better_than_a_class_that_is_not_known() =>
        Assert.Null(ContextRule.Choose([AuthnContexts.Password, Unknown], AuthnContextComparison.Better, Assurance.Aal3));
}
