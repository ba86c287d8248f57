using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.Tests.SignIn;

public class AssuranceRuleTests
{
    [Theory]
    [InlineData("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport", Assurance.Aal1)]
    [InlineData("https://refeds.org/profile/mfa", Assurance.Aal2)]
    [InlineData("urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI", Assurance.Aal3)]
    [InlineData("made-up", Assurance.Aal1)]
    [InlineData(null, Assurance.Aal1)]
    public void Reads_the_class_of_an_assertion(string? context, Assurance assurance) => Assert.Equal(assurance, AssuranceRule.OfContext(context));

    [Theory]
    [InlineData(null, new[] { "pwd" }, Assurance.Aal1)]
    [InlineData(null, new[] { "pwd", "otp" }, Assurance.Aal2)]
    [InlineData(null, new[] { "otp", "sms" }, Assurance.Aal1)]
    [InlineData(null, new[] { "mfa" }, Assurance.Aal2)]
    [InlineData("phrh", new[] { "pwd" }, Assurance.Aal3)]
    [InlineData(null, new string[0], Assurance.Aal1)]
    public void Reads_the_claims_of_a_token(string? acr, string[] amr, Assurance assurance) => Assert.Equal(assurance, AssuranceRule.OfClaims(acr, amr));
}
