using System.Diagnostics;

namespace Keyline.Saml.Reading;

/// <summary>Takes values out of elements, and remembers the first that was missing or wrong.</summary>
internal sealed class FieldReader
{
    private const int LongestValue = 1024;
    private const int LongestText = 64 * 1024;

    private SamlFault? _fault;

    public bool Ok => _fault is null;

    public SamlFault Fault => _fault ?? throw new UnreachableException("Nothing was refused.");

    public void Refuse(SamlFaultCode code, string expected, string came) => _fault ??= new SamlFault(code, expected, came);

    public string Required(XmlElement element, string attribute)
    {
        var value = element.Attribute(attribute) ?? "";
        if (value.Length == 0)
        {
            Refuse(SamlFaultCode.MissingValue, $"{element.LocalName}/@{attribute}", "none");
        }
        else if (value.Length > LongestValue)
        {
            Refuse(SamlFaultCode.InvalidValue, $"at most {LongestValue} characters in {element.LocalName}/@{attribute}", $"{value.Length}");
        }

        return value;
    }

    /// <summary>The text of an element that has no child elements.</summary>
    public string Text(XmlElement element)
    {
        var text = element.Text();
        if (text is null)
        {
            Refuse(SamlFaultCode.UnexpectedElement, $"text in {element.LocalName}", "elements");
        }
        else if (text.Length > LongestText)
        {
            Refuse(SamlFaultCode.InvalidValue, $"at most {LongestText} characters in {element.LocalName}", $"{text.Length}");
        }

        return text ?? "";
    }

    /// <summary>The text of an element whose type is xs:anyURI, where white space around does not count.</summary>
    public string Uri(XmlElement element) => Text(element).Trim(' ', '\t', '\r', '\n');

    public DateTimeOffset? Time(XmlElement element, string attribute)
    {
        if (!element.TryFind(attribute, out var text))
        {
            return null;
        }

        if (SamlTime.TryParse(text.Span, out var time))
        {
            return time;
        }

        Refuse(SamlFaultCode.InvalidValue, $"a UTC time in {element.LocalName}/@{attribute}, such as 2026-01-31T12:00:00Z", text.ToString());
        return null;
    }

    public DateTimeOffset RequiredTime(XmlElement element, string attribute)
    {
        if (Time(element, attribute) is { } time)
        {
            return time;
        }

        Refuse(SamlFaultCode.MissingValue, $"{element.LocalName}/@{attribute}", "none");
        return default;
    }

    public bool Boolean(XmlElement element, string attribute)
    {
        switch (element.Attribute(attribute))
        {
            case null or "false" or "0":
                return false;
            case "true" or "1":
                return true;
            case { } other:
                Refuse(SamlFaultCode.InvalidValue, $"true or false in {element.LocalName}/@{attribute}", other);
                return false;
        }
    }

    /// <summary>The one child of that name, or null; a second one is refused.</summary>
    public XmlElement? Optional(XmlElement parent, string @namespace, string localName)
    {
        if (parent.Count(@namespace, localName) > 1)
        {
            Refuse(SamlFaultCode.UnexpectedElement, $"one {localName} in {parent.LocalName}", "several");
        }

        return parent.Child(@namespace, localName);
    }

    public XmlElement? Needed(XmlElement parent, string @namespace, string localName)
    {
        var child = Optional(parent, @namespace, localName);
        if (child is null)
        {
            Refuse(SamlFaultCode.MissingElement, $"{localName} in {parent.LocalName}", "none");
        }

        return child;
    }

    // Core 4.1.3: another major version is not understood, and 2.0 is the only one there is.
    public void Version(XmlElement message)
    {
        if (message.Attribute("Version") is var version && version != "2.0")
        {
            Refuse(SamlFaultCode.UnsupportedVersion, $"{message.LocalName}/@Version 2.0", version ?? "none");
        }
    }
}
