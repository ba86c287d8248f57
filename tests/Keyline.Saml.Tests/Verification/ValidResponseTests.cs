using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Verification;

public class ValidResponseTests
{
    [Fact]
    public void Accepts_a_response_with_both_signatures_and_tells_all_it_says()
    {
        var outcome = ResponseVerifier.Verify(
            SamlResponses.Valid().ToBase64(), SamlResponses.Sp, SamlResponses.Idp, SamlResponses.Expected, SamlResponses.Now);

        Assert.True(outcome.Result.Ok, outcome.Result.Fault?.Detail);
        var assertion = outcome.Result.Value;
        Assert.Equal("_assertion1", assertion.Id);
        Assert.Equal("_response1", assertion.ResponseId);
        Assert.Equal("user-1", assertion.NameId.Value);
        Assert.Equal(SamlResponses.RequestId, assertion.InResponseTo);
        Assert.Equal("_session1", assertion.SessionIndex);
        Assert.Equal(["all", "phones"], assertion.Attributes.Single(attribute => attribute.Name == "groups").Values);
        Assert.Equal(TimeSpan.FromMilliseconds(-500), assertion.ClockOffset);
        Assert.Equal(SamlResponses.Now.AddMinutes(6), assertion.ReplayUntil);
        Assert.DoesNotContain(outcome.Report.Checks, check => check.Verdict is CheckVerdict.Failed or CheckVerdict.NotReached);
    }
}
