using System.Diagnostics;
using Keyline.Saml.Bindings;
using Keyline.Saml.Encryption;
using Keyline.Saml.Messages;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;

namespace Keyline.Saml.Verification;

/// <summary>The checks of one response, made in the order of <see cref="CheckName"/>; the first that fails ends them.</summary>
internal sealed partial class ResponseCheck(
    IncomingMessage message, ServiceProviderSettings sp, IdentityProviderTrust idp, ExpectedResponse expected, DateTimeOffset now)
{
    private readonly XmlElement _response = message.Root;
    private SamlFault? _fault;
    private string _responseId = "";
    private bool _veiled;

    public CheckReport Report { get; } = new();

    private DateTimeOffset Latest => now + sp.ClockTolerance;

    private DateTimeOffset Earliest => now - sp.ClockTolerance;

    public Result<VerifiedAssertion, SamlFault> Run()
    {
        using var canonicalizer = new Canonicalizer();
        if (!IsResponse() || !Envelope() || !Destination() || !Issuer() || !InResponseTo() || !Status() || !Structure()
            || Covered(canonicalizer) is not { } signed)
        {
            return Refused();
        }

        return Accept(signed) is { } assertion ? assertion : Refused();
    }

    private SamlFault Refused() => _fault ?? throw new UnreachableException("A failed check has a fault.");

    private bool Pass(CheckName name, string expectedText, string came)
    {
        Report.Pass(name, expectedText, came);
        return true;
    }

    private bool Skip(CheckName name, string expectedText, string came)
    {
        Report.Skip(name, expectedText, came);
        return true;
    }

    private bool Fail(CheckName name, SamlFaultCode code, string expectedText, string came) =>
        Fail(name, new SamlFault(code, expectedText, came));

    private bool Fail(CheckName name, SamlFault fault)
    {
        if (_veiled)
        {
            Report.RemoveFrom(CheckName.Decryption);
            _fault = Report.Fail(CheckName.Decryption, ElementDecryptor.Failure);
            return false;
        }

        _fault = Report.Fail(name, fault);
        return false;
    }

    // Bindings 3.5.4: a response comes by POST; 3.4 excludes it from redirect (Profiles 4.1.2).
    private bool IsResponse() => message is { Kind: MessageKind.Response, Binding: SamlBinding.Post }
        ? Pass(CheckName.Document, "a Response by POST", "one")
        : Fail(CheckName.Document, SamlFaultCode.WrongMessage, "a Response by POST", $"{message.Kind} by {message.Binding}");

    // Core 3.2.2: ID, Version and IssueInstant.
    private bool Envelope()
    {
        var fields = new FieldReader();
        fields.Version(_response);
        _responseId = fields.Required(_response, "ID");
        var issued = fields.RequiredTime(_response, "IssueInstant");
        if (!fields.Ok)
        {
            return Fail(CheckName.Envelope, fields.Fault);
        }

        Report.ResponseId = _responseId;
        Report.ClockOffset = issued - now;
        return issued <= Latest
            ? Pass(CheckName.Envelope, "version 2.0, issued by now", _responseId)
            : Fail(CheckName.Envelope, SamlFaultCode.NotYetValid, Before(Latest), Clocks("issued", issued));
    }

    // Bindings 3.5.5.2: it must be there when the message is signed, and must match when it is there.
    private bool Destination()
    {
        var destination = _response.Attribute("Destination");
        return string.IsNullOrEmpty(destination) && SignatureVerifier.Find(_response) is null
            ? Skip(CheckName.Destination, expected.Location, "none; the response itself is not signed")
            : destination == expected.Location
                ? Pass(CheckName.Destination, expected.Location, destination)
                : Fail(CheckName.Destination, SamlFaultCode.WrongDestination, expected.Location, destination ?? "none");
    }

    // Profiles 4.1.4.2: Issuer must be there when the response is signed or the assertion encrypted.
    private bool Issuer()
    {
        var fields = new FieldReader();
        if (fields.Optional(_response, Names.Assertion, "Issuer") is { } issuer)
        {
            return IsIssuer(CheckName.Issuer, issuer, fields)
                && Pass(CheckName.Issuer, idp.EntityId, idp.EntityId);
        }

        return SignatureVerifier.Find(_response) is null && _response.Child(Names.Assertion, "EncryptedAssertion") is null
            ? Skip(CheckName.Issuer, idp.EntityId, "none; the assertion has it")
            : Fail(CheckName.Issuer, SamlFaultCode.WrongIssuer, idp.EntityId, "none");
    }

    private bool IsIssuer(CheckName check, XmlElement issuer, FieldReader fields)
    {
        var name = fields.Text(issuer);
        if (!fields.Ok)
        {
            return Fail(check, fields.Fault);
        }

        if (name != idp.EntityId)
        {
            return Fail(check, SamlFaultCode.WrongIssuer, idp.EntityId, name);
        }

        // Profiles 4.1.4.2: Format is left out or says entity.
        return issuer.Attribute("Format") is not { } format || format == NameIdFormats.Entity
            || Fail(check, SamlFaultCode.WrongIssuer, NameIdFormats.Entity, format);
    }

    // Profiles 4.1.4.5 and 4.1.5: the ID of our request; none when nobody asked.
    private bool InResponseTo()
    {
        var came = _response.Attribute("InResponseTo");
        if (expected.RequestId is null && !idp.AllowIdpInitiated)
        {
            return Fail(CheckName.InResponseTo, SamlFaultCode.Unsolicited, "the answer to a request of ours", came ?? "one that nobody asked for");
        }

        return came == expected.RequestId
            ? Pass(CheckName.InResponseTo, expected.RequestId ?? "none", came ?? "none")
            : Fail(CheckName.InResponseTo, SamlFaultCode.WrongInResponseTo, expected.RequestId ?? "none", came ?? "none");
    }

    // Core 3.2.2.2.
    private bool Status()
    {
        var fields = new FieldReader();
        var status = StatusReader.Read(_response, fields);
        return !fields.Ok
            ? Fail(CheckName.Status, fields.Fault)
            : status.IsSuccess
                ? Pass(CheckName.Status, StatusCodes.Success, status.Code)
                : Fail(CheckName.Status, SamlFaultCode.StatusNotSuccess, StatusCodes.Success, StatusReader.Describe(status));
    }

    private static string Before(DateTimeOffset limit) => $"before {SamlTime.Format(limit)} by our clock";

    private string Clocks(string what, DateTimeOffset time) =>
        $"{what} {SamlTime.Format(time)} by theirs, while ours is {SamlTime.Format(now)} (tolerance {sp.ClockTolerance.TotalSeconds:0} s)";
}
