using Keyline.Saml.Messages;

namespace Keyline.Saml.Reading;

/// <summary>Reads the Status of a response (Core 3.2.2.1).</summary>
internal static class StatusReader
{
    public static SamlStatus Read(XmlElement response, FieldReader fields)
    {
        if (fields.Needed(response, Names.Protocol, "Status") is not { } status
            || fields.Needed(status, Names.Protocol, "StatusCode") is not { } code)
        {
            return new SamlStatus("");
        }

        var value = fields.Required(code, "Value");
        var sub = fields.Optional(code, Names.Protocol, "StatusCode");
        var text = fields.Optional(status, Names.Protocol, "StatusMessage");
        return sub is null && text is null && value == StatusCodes.Success
            ? SamlStatus.Success
            : new SamlStatus(value, sub is null ? null : fields.Required(sub, "Value"), text is null ? null : fields.Text(text));
    }

    public static string Describe(SamlStatus status) =>
        string.Join("; ", new[] { status.Code, status.SubCode, status.Message }.OfType<string>());
}
