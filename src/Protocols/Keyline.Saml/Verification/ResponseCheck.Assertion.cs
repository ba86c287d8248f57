using Keyline.Saml.Messages;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;

namespace Keyline.Saml.Verification;

/// <content>What the assertion says, read from the element that the signature covers.</content>
internal sealed partial class ResponseCheck
{
    private const string Bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    private string _assertionId = "";
    private DateTimeOffset _issued;
    private DateTimeOffset _until;
    private string? _answers;
    private NameId? _name;

    private VerifiedAssertion? Accept(SignedElement signed)
    {
        var assertion = signed.Element;
        if (!Complete(assertion) || !Subject(assertion) || !Validity(assertion) || !Audience(assertion)
            || Authentication(assertion) is not { } session || !AuthnContext(session) || !Freshness(session))
        {
            return null;
        }

        var fields = new FieldReader();
        var attributes = AssertionReader.Attributes(signed, fields);
        if (!fields.Ok || _name is null)
        {
            Fail(CheckName.Assertion, fields.Fault);
            return null;
        }

        return new VerifiedAssertion
        {
            Id = _assertionId,
            ResponseId = _responseId,
            Issuer = idp.EntityId,
            InResponseTo = _answers,
            NameId = _name,
            Attributes = attributes,
            AuthnInstant = session.Instant,
            AuthnContext = session.Context,
            SessionIndex = session.Index,
            SessionNotOnOrAfter = session.NotOnOrAfter,
            IssueInstant = _issued,
            ReplayUntil = _until + sp.ClockTolerance,
            ClockOffset = _issued - now,
            SignedBy = signed.Key,
            WasEncrypted = _wasEncrypted,
        };
    }

    // Core 2.3.3.
    private bool Complete(XmlElement assertion)
    {
        var fields = new FieldReader();
        fields.Version(assertion);
        _assertionId = fields.Required(assertion, "ID");
        _issued = fields.RequiredTime(assertion, "IssueInstant");
        var issuer = fields.Needed(assertion, Names.Assertion, "Issuer");
        if (!fields.Ok || issuer is null)
        {
            return Fail(CheckName.Assertion, fields.Fault);
        }

        Report.AssertionId = _assertionId;
        Report.ClockOffset = _issued - now;
        _until = _issued + sp.LongestAge;
        return IsIssuer(CheckName.Assertion, issuer, fields)
            && (_issued <= Latest
                ? Pass(CheckName.Assertion, $"version 2.0, from {idp.EntityId}", _assertionId)
                : Fail(CheckName.Assertion, SamlFaultCode.NotYetValid, Before(Latest), Clocks("issued", _issued)));
    }

    private bool Subject(XmlElement assertion)
    {
        var fields = new FieldReader();
        var subject = fields.Needed(assertion, Names.Assertion, "Subject");
        _name = subject is null ? null : NameIdReader.Read(subject, Decryption, fields);
        if (!fields.Ok || subject is null || _name is null)
        {
            return Fail(CheckName.Subject, fields.Fault);
        }

        return Pass(CheckName.Subject, "a NameID", _name.Format) && Confirmation(subject);
    }

    // Profiles 4.1.4.2: at least one bearer confirmation that holds. The last one that does not is told of.
    private bool Confirmation(XmlElement subject)
    {
        var fault = new SamlFault(SamlFaultCode.NoBearerConfirmation, $"a SubjectConfirmation of {Bearer}", "none");
        for (var child = subject.FirstElement; child is not null; child = child.NextElement)
        {
            if (!child.Is(Names.Assertion, "SubjectConfirmation") || child.Attribute("Method") != Bearer)
            {
                continue;
            }

            if (RefusalOf(child) is not { } refusal)
            {
                return Pass(CheckName.Confirmation, $"a bearer at {expected.Location}", "so");
            }

            fault = refusal;
        }

        return Fail(CheckName.Confirmation, fault);
    }

    private SamlFault? RefusalOf(XmlElement confirmation)
    {
        var fields = new FieldReader();
        var data = fields.Needed(confirmation, Names.Assertion, "SubjectConfirmationData");
        var until = data is null ? default : fields.RequiredTime(data, "NotOnOrAfter");
        var from = data is null ? null : fields.Time(data, "NotBefore");
        if (!fields.Ok || data is null)
        {
            return fields.Fault;
        }

        var recipient = data.Attribute("Recipient");
        var answers = data.Attribute("InResponseTo");
        if (recipient != expected.Location)
        {
            return new SamlFault(SamlFaultCode.WrongRecipient, expected.Location, recipient ?? "none");
        }

        if (answers != expected.RequestId)
        {
            return new SamlFault(SamlFaultCode.WrongInResponseTo, $"{expected.RequestId ?? "none"} in the assertion too", answers ?? "none");
        }

        if (TimeRefusal("confirmation", from, until) is { } refusal)
        {
            return refusal;
        }

        _answers = answers;
        _until = until < _until ? until : _until;
        return null;
    }

    // Core 2.5.1: every condition must be understood and met.
    private bool Validity(XmlElement assertion)
    {
        var fields = new FieldReader();
        if (fields.Needed(assertion, Names.Assertion, "Conditions") is not { } conditions)
        {
            return Fail(CheckName.Validity, fields.Fault);
        }

        var from = fields.Time(conditions, "NotBefore");
        var until = fields.Time(conditions, "NotOnOrAfter");
        if (!fields.Ok)
        {
            return Fail(CheckName.Validity, fields.Fault);
        }

        for (var condition = conditions.FirstElement; condition is not null; condition = condition.NextElement)
        {
            if (condition.Namespace != Names.Assertion || condition.LocalName is not ("AudienceRestriction" or "OneTimeUse" or "ProxyRestriction"))
            {
                return Fail(CheckName.Validity, SamlFaultCode.UnknownCondition, "AudienceRestriction, OneTimeUse, ProxyRestriction", condition.FullName);
            }
        }

        _until = until < _until ? until.Value : _until;
        return TimeRefusal("assertion", from, _until) is { } refusal
            ? Fail(CheckName.Validity, refusal)
            : Pass(CheckName.Validity, "good now", conditions.Attribute("NotOnOrAfter") ?? "no end stated");
    }

    private SamlFault? TimeRefusal(string what, DateTimeOffset? from, DateTimeOffset until) =>
        from > Latest
            ? new SamlFault(SamlFaultCode.NotYetValid, Before(Latest), Clocks($"the {what} begins", from.Value))
            : until <= Earliest
                ? new SamlFault(SamlFaultCode.Expired, $"after {SamlTime.Format(Earliest)} by our clock", Clocks($"the {what} ended", until))
                : null;

    // Core 2.5.1.4: in every restriction one of the audiences must be us. Profiles 4.1.4.2: there must be one.
    private bool Audience(XmlElement assertion)
    {
        var fields = new FieldReader();
        var restrictions = 0;
        for (var child = assertion.Child(Names.Assertion, "Conditions")?.FirstElement; child is not null; child = child.NextElement)
        {
            if (!child.Is(Names.Assertion, "AudienceRestriction"))
            {
                continue;
            }

            restrictions++;
            if (!NamesUs(child, fields, out var came))
            {
                return Fail(CheckName.Audience, SamlFaultCode.WrongAudience, sp.EntityId, came);
            }
        }

        return restrictions > 0
            ? Pass(CheckName.Audience, sp.EntityId, sp.EntityId)
            : Fail(CheckName.Audience, SamlFaultCode.WrongAudience, sp.EntityId, "no AudienceRestriction");
    }

    private bool NamesUs(XmlElement restriction, FieldReader fields, out string came)
    {
        came = "";
        for (var audience = restriction.FirstElement; audience is not null; audience = audience.NextElement)
        {
            var name = audience.Is(Names.Assertion, "Audience") ? fields.Uri(audience) : audience.FullName;
            if (name == sp.EntityId && fields.Ok)
            {
                return true;
            }

            came = came.Length == 0 ? name : $"{came}, {name}";
        }

        return false;
    }

    // Profiles 4.1.4.2: at least one AuthnStatement; the first is used.
    private AuthnStatement? Authentication(XmlElement assertion)
    {
        if (assertion.Child(Names.Assertion, "AuthnStatement") is not { } element)
        {
            Fail(CheckName.Authentication, SamlFaultCode.MissingElement, "an AuthnStatement", "none");
            return null;
        }

        var fields = new FieldReader();
        var context = fields.Optional(element, Names.Assertion, "AuthnContext");
        var reference = context is null ? null : fields.Optional(context, Names.Assertion, "AuthnContextClassRef");
        var statement = new AuthnStatement(
            fields.RequiredTime(element, "AuthnInstant"), reference is null ? null : fields.Uri(reference),
            element.Attribute("SessionIndex"), fields.Time(element, "SessionNotOnOrAfter"));
        if (!fields.Ok)
        {
            Fail(CheckName.Authentication, fields.Fault);
            return null;
        }

        if (statement.Instant > Latest)
        {
            Fail(CheckName.Authentication, SamlFaultCode.NotYetValid, Before(Latest), Clocks("signed in", statement.Instant));
            return null;
        }

        if (statement.NotOnOrAfter <= Earliest)
        {
            Fail(
                CheckName.Authentication, SamlFaultCode.SessionExpired, $"a session beyond {SamlTime.Format(Earliest)} by our clock",
                Clocks("the session ended", statement.NotOnOrAfter.Value));
            return null;
        }

        Pass(CheckName.Authentication, "a sign-in whose session lasts", statement.Index ?? "without SessionIndex");
        return statement;
    }

    // Core 3.3.2.2.1, exact comparison: other comparisons are the identity provider's to judge.
    private bool AuthnContext(AuthnStatement session)
    {
        if (expected.AuthnContexts.Count == 0)
        {
            return Skip(CheckName.AuthnContext, "any", session.Context ?? "none");
        }

        var wanted = string.Join(" or ", expected.AuthnContexts);
        return session.Context is { } context && expected.AuthnContexts.Contains(context, StringComparer.Ordinal)
            ? Pass(CheckName.AuthnContext, wanted, context)
            : Fail(CheckName.AuthnContext, SamlFaultCode.WrongAuthnContext, wanted, session.Context ?? "none");
    }

    // Core 3.4.1, ForceAuthn: not every identity provider heeds it.
    private bool Freshness(AuthnStatement session) => expected.AuthenticatedAfter is not { } after
        ? Skip(CheckName.Freshness, "any time", "")
        : session.Instant >= after - sp.ClockTolerance
            ? Pass(CheckName.Freshness, $"after {SamlTime.Format(after)}", SamlTime.Format(session.Instant))
            : Fail(CheckName.Freshness, SamlFaultCode.StaleAuthentication, $"after {SamlTime.Format(after)}", Clocks("signed in", session.Instant));

    private sealed record AuthnStatement(DateTimeOffset Instant, string? Context, string? Index, DateTimeOffset? NotOnOrAfter);
}
