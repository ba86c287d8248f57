using Keyline.Saml.Messages;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Verification;

/// <summary>Each check of Profiles 4.1.4 with one value wrong.</summary>
public class ResponseChecksTests
{
    private static readonly SamlResponse _valid = SamlResponses.Valid();

    [Fact]
    public void Refuses_another_version()
    {
        Is(SamlFaultCode.UnsupportedVersion, _valid with { Version = "1.1" });
        Is(SamlFaultCode.UnsupportedVersion, _valid with { AssertionVersion = "2.1" });
    }

    [Fact]
    public void Refuses_another_destination()
    {
        Is(SamlFaultCode.WrongDestination, _valid with { Destination = "https://other.example/acs" });
        Is(SamlFaultCode.WrongDestination, _valid with { Destination = SamlResponses.Location + "/" });
        Is(SamlFaultCode.WrongDestination, _valid with { Destination = SamlResponses.Location.ToUpperInvariant() });
    }

    [Fact]
    public void Needs_a_destination_only_in_a_signed_response()
    {
        Is(SamlFaultCode.WrongDestination, _valid with { Destination = null });
        Is(null, _valid with { Destination = null, SignResponse = false });
    }

    [Fact]
    public void Refuses_another_issuer()
    {
        Is(SamlFaultCode.WrongIssuer, _valid with { Issuer = "https://evil.example" });
        Is(SamlFaultCode.WrongIssuer, _valid with { AssertionIssuer = "https://evil.example" });
        Is(SamlFaultCode.WrongIssuer, _valid with { Issuer = SamlResponses.IdpEntityId + " " });
    }

    [Fact]
    public void Refuses_an_issuer_of_another_format() => Is(
        SamlFaultCode.WrongIssuer,
        _valid with
        {
            SignResponse = false,
            Afterwards = xml => xml.Replace("<saml:Issuer>", "<saml:Issuer Format=\"urn:x\">", StringComparison.Ordinal),
        });

    [Fact]
    public void Needs_an_issuer_of_the_response_only_when_it_is_signed()
    {
        Is(null, _valid with { Issuer = null, SignResponse = false });
        Is(SamlFaultCode.WrongIssuer, _valid with { Issuer = null });
        Is(SamlFaultCode.MissingElement, _valid with { AssertionIssuer = null, SignAssertion = false });
    }

    [Fact]
    public void Refuses_the_answer_to_another_request()
    {
        Is(SamlFaultCode.WrongInResponseTo, _valid with { InResponseTo = "_other" });
        Is(SamlFaultCode.WrongInResponseTo, _valid with { ConfirmationInResponseTo = "_other" });
        Is(SamlFaultCode.WrongInResponseTo, _valid with { InResponseTo = null });
        Is(SamlFaultCode.WrongInResponseTo, _valid with { ConfirmationInResponseTo = null });
    }

    [Fact]
    public void Takes_an_unasked_response_only_where_that_is_allowed()
    {
        var unasked = _valid with { InResponseTo = null, ConfirmationInResponseTo = null };
        var nothing = SamlResponses.Expected with { RequestId = null };
        var open = SamlResponses.Idp with { AllowIdpInitiated = true };

        Assert.Equal(SamlFaultCode.Unsolicited, unasked.Refusal(expected: nothing));
        Assert.Null(unasked.Refusal(idp: open, expected: nothing));
        Assert.Equal(SamlFaultCode.WrongInResponseTo, _valid.Refusal(idp: open, expected: nothing));
        Assert.Equal(
            SamlFaultCode.WrongInResponseTo,
            (unasked with { ConfirmationInResponseTo = "_stolen" }).Refusal(idp: open, expected: nothing));
    }

    [Fact]
    public void Refuses_a_status_that_is_no_success_and_tells_it()
    {
        var refused = (_valid with
        {
            Status = $"""<samlp:StatusCode Value="{StatusCodes.Requester}"><samlp:StatusCode Value="{StatusCodes.NoPassive}"/></samlp:StatusCode><samlp:StatusMessage>please ask</samlp:StatusMessage>""",
        }).Verify().Result;

        Assert.Equal(SamlFaultCode.StatusNotSuccess, refused.Fault?.Code);
        Assert.Contains(StatusCodes.NoPassive, refused.Fault?.Came, StringComparison.Ordinal);
        Assert.Contains("please ask", refused.Fault?.Came, StringComparison.Ordinal);
        Is(SamlFaultCode.MissingElement, _valid with { Status = "" });
    }

    [Fact]
    public void Refuses_another_recipient()
    {
        Is(SamlFaultCode.WrongRecipient, _valid with { Recipient = "https://other.example/acs" });
        Is(SamlFaultCode.WrongRecipient, _valid with { Recipient = null });
    }

    [Fact]
    public void Refuses_another_audience_or_none()
    {
        Is(SamlFaultCode.WrongAudience, _valid with { Audience = "https://other.example" });
        Is(SamlFaultCode.WrongAudience, _valid with { Audience = null });
    }

    [Fact]
    public void Every_restriction_must_name_us() => Is(
        SamlFaultCode.WrongAudience,
        _valid with { MoreConditions = "<saml:AudienceRestriction><saml:Audience>https://other.example</saml:Audience></saml:AudienceRestriction>" });

    [Fact]
    public void One_audience_of_several_is_enough() => Is(
        null,
        _valid with
        {
            Audience = null,
            MoreConditions = $"<saml:AudienceRestriction><saml:Audience>https://other.example</saml:Audience><saml:Audience>\n {SamlResponses.SpEntityId}\n</saml:Audience></saml:AudienceRestriction>",
        });

    [Fact]
    public void Refuses_a_condition_that_it_does_not_know()
    {
        Is(SamlFaultCode.UnknownCondition, _valid with { MoreConditions = "<saml:Condition xsi:type=\"xs:string\"/>" });
        Is(null, _valid with { MoreConditions = "<saml:OneTimeUse/><saml:ProxyRestriction Count=\"0\"/>" });
    }

    [Fact]
    public void Refuses_what_is_expired()
    {
        Is(SamlFaultCode.Expired, _valid with { ConfirmationNotOnOrAfter = "2026-03-01T11:59:00Z" });
        Is(SamlFaultCode.Expired, _valid with { NotOnOrAfter = "2026-03-01T11:59:00Z" });
        Is(null, _valid with { NotOnOrAfter = "2026-03-01T11:59:00.001Z", ConfirmationNotOnOrAfter = "2026-03-01T11:59:00.001Z" });
        Is(SamlFaultCode.MissingValue, _valid with { ConfirmationNotOnOrAfter = null });
    }

    [Fact]
    public void Refuses_what_is_too_old_whatever_it_says() => Is(
        SamlFaultCode.Expired,
        _valid with
        {
            AssertionIssueInstant = "2026-02-20T12:00:00Z",
            NotBefore = null,
            NotOnOrAfter = "2027-01-01T00:00:00Z",
            ConfirmationNotOnOrAfter = "2027-01-01T00:00:00Z",
        });

    [Fact]
    public void Refuses_what_comes_from_the_future()
    {
        Is(SamlFaultCode.NotYetValid, _valid with { NotBefore = "2026-03-01T12:01:01Z" });
        Is(SamlFaultCode.NotYetValid, _valid with { IssueInstant = "2026-03-01T12:01:01Z" });
        Is(SamlFaultCode.NotYetValid, _valid with { AssertionIssueInstant = "2026-03-01T12:01:01Z" });
        Is(SamlFaultCode.NotYetValid, _valid with { AuthnInstant = "2026-03-01T12:01:01Z" });
        Is(null, _valid with { NotBefore = "2026-03-01T12:01:00Z" });
    }

    [Fact]
    public void A_refusal_for_time_tells_both_clocks()
    {
        var outcome = (_valid with { NotBefore = "2026-03-01T13:00:00Z", AssertionIssueInstant = "2026-03-01T12:00:30Z" }).Verify();

        Assert.Contains("2026-03-01T13:00:00.000Z", outcome.Result.Fault?.Came, StringComparison.Ordinal);
        Assert.Contains("2026-03-01T12:00:00.000Z", outcome.Result.Fault?.Came, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(30), outcome.Report.ClockOffset);
    }

    [Fact]
    public void Tolerance_is_a_setting_with_a_limit()
    {
        var late = _valid with { NotOnOrAfter = "2026-03-01T11:56:00Z" };

        Assert.Null(late.Refusal(sp: SamlResponses.Sp with { ClockTolerance = TimeSpan.FromSeconds(300) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SamlResponses.Sp with { ClockTolerance = TimeSpan.FromSeconds(301) });
        Assert.Throws<ArgumentOutOfRangeException>(() => SamlResponses.Sp with { ClockTolerance = TimeSpan.FromSeconds(-1) });
    }

    [Fact]
    public void Refuses_a_session_that_has_ended() =>
        Is(SamlFaultCode.SessionExpired, _valid with { SessionNotOnOrAfter = "2026-03-01T11:59:00Z" });

    [Theory]
    [InlineData("2026-03-01T12:00:00")]
    [InlineData("2026-03-01T12:00:00+02:00")]
    [InlineData("2026-13-01T12:00:00Z")]
    [InlineData("yesterday")]
    [InlineData("2026-03-01T12:00:00.Z")]
    public void Refuses_a_time_that_is_not_utc(string time) => Is(SamlFaultCode.InvalidValue, _valid with { NotBefore = time });

    [Fact]
    public void Needs_a_bearer_confirmation()
    {
        Is(SamlFaultCode.NoBearerConfirmation, _valid with { ConfirmationMethod = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key" });
        Is(SamlFaultCode.NoBearerConfirmation, _valid with { ConfirmationMethod = null });
    }

    [Fact]
    public void Needs_a_name()
    {
        Is(SamlFaultCode.MissingElement, _valid with { NameId = "" });
        Is(SamlFaultCode.InvalidValue, _valid with { NameId = "<saml:NameID> </saml:NameID>" });
    }

    [Fact]
    public void Refuses_an_identifier_without_end() => Is(SamlFaultCode.InvalidValue, _valid with { Id = "_" + new string('x', 2000) });

    [Fact]
    public void Needs_to_know_when_the_subject_signed_in() => Is(SamlFaultCode.MissingElement, _valid with { AuthnInstant = null });

    [Fact]
    public void Demands_the_context_that_was_asked()
    {
        var strong = SamlResponses.Expected with { AuthnContexts = [AuthnContexts.RefedsMfa] };

        Assert.Equal(SamlFaultCode.WrongAuthnContext, _valid.Refusal(expected: strong));
        Assert.Equal(SamlFaultCode.WrongAuthnContext, (_valid with { AuthnContext = null }).Refusal(expected: strong));
        Assert.Null((_valid with { AuthnContext = AuthnContexts.RefedsMfa }).Refusal(expected: strong));
    }

    [Fact]
    public void Demands_a_fresh_sign_in_when_one_was_asked()
    {
        var fresh = SamlResponses.Expected with { AuthenticatedAfter = SamlResponses.Now.AddSeconds(-10) };

        Assert.Null(_valid.Refusal(expected: fresh));
        Assert.Equal(SamlFaultCode.StaleAuthentication, (_valid with { AuthnInstant = "2026-03-01T11:58:00Z" }).Refusal(expected: fresh));
    }

    [Fact]
    public void Refuses_a_response_without_an_assertion() => Is(SamlFaultCode.NoAssertion, _valid with { AfterAssertion = _ => "" });

    [Fact]
    public void The_report_of_a_refusal_has_every_check()
    {
        var report = (_valid with { Audience = "https://other.example" }).Verify().Report;

        Assert.Equal(Enum.GetValues<CheckName>(), report.Checks.Select(check => check.Name));
        Assert.Equal(CheckVerdict.Passed, report.Checks.Single(check => check.Name == CheckName.AssertionSignature).Verdict);
        Assert.Equal(
            new Check(CheckName.Audience, CheckVerdict.Failed, SamlResponses.SpEntityId, "https://other.example"),
            report.Checks.Single(check => check.Name == CheckName.Audience));
        Assert.Equal(CheckVerdict.NotReached, report.Checks[^1].Verdict);
        Assert.Equal("_assertion1", report.AssertionId);
    }

    private static void Is(SamlFaultCode? expected, SamlResponse response) => Assert.Equal(expected, response.Refusal());
}
