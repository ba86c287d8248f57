using System.Text;
using Keyline.Saml;
using Keyline.Saml.Verification;

namespace Keyline.Testing.Saml;

/// <summary>Verifies under the settings of <see cref="SamlResponses"/>.</summary>
public static class Verdicts
{
    public static ResponseOutcome Verify(this SamlResponse response) => OfXml(response.ToXml());

    public static SamlFaultCode? RefusalOfXml(string xml) => OfXml(xml).Result.Fault?.Code;

    public static ResponseOutcome OfXml(string xml) => Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(xml)));

    public static ResponseOutcome Of(string base64) =>
        ResponseVerifier.Verify(base64, SamlResponses.Sp, SamlResponses.Idp, SamlResponses.Expected, SamlResponses.Now);

    /// <summary>The code of the refusal; none when it was accepted.</summary>
    public static SamlFaultCode? Refusal(
        this SamlResponse response, ServiceProviderSettings? sp = null, IdentityProviderTrust? idp = null, ExpectedResponse? expected = null) =>
        ResponseVerifier.Verify(
            response.ToBase64(), sp ?? SamlResponses.Sp, idp ?? SamlResponses.Idp, expected ?? SamlResponses.Expected, SamlResponses.Now)
            .Result.Fault?.Code;
}
