using Keyline.Saml.Bindings;

namespace Keyline.Saml.Verification;

/// <summary>
/// Verifies a response by Profiles 4.1.4 with every check, and returns what the signature covers and nothing else. It keeps no
/// state: whether the assertion came before is for the caller to know, by <see cref="VerifiedAssertion.Id"/>.
/// </summary>
public static class ResponseVerifier
{
    /// <summary>Verifies the form field SAMLResponse.</summary>
    /// <param name="base64Response">The field as it came.</param>
    /// <param name="sp">Who we are.</param>
    /// <param name="idp">Whom we believe.</param>
    /// <param name="expected">What it must answer.</param>
    /// <param name="now">The time.</param>
    public static ResponseOutcome Verify(
        string base64Response, ServiceProviderSettings sp, IdentityProviderTrust idp, ExpectedResponse expected, DateTimeOffset now)
    {
        var read = SamlMessageReader.ReadPost(null, base64Response, null, sp.Limits);
        if (read.Ok)
        {
            return Verify(read.Value, sp, idp, expected, now);
        }

        var report = new CheckReport();
        return new ResponseOutcome(report.Fail(CheckName.Document, read.Fault), report);
    }

    /// <summary>Verifies a response that was read already.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sp">Who we are.</param>
    /// <param name="idp">Whom we believe.</param>
    /// <param name="expected">What it must answer.</param>
    /// <param name="now">The time.</param>
    public static ResponseOutcome Verify(
        IncomingMessage message, ServiceProviderSettings sp, IdentityProviderTrust idp, ExpectedResponse expected, DateTimeOffset now)
    {
        var check = new ResponseCheck(message, sp, idp, expected, now);
        var result = check.Run();
        return new ResponseOutcome(result, check.Report);
    }
}
