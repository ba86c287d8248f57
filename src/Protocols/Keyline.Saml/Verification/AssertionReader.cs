using Keyline.Saml.Messages;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;

namespace Keyline.Saml.Verification;

/// <summary>Reads the attributes of an assertion that a signature covers.</summary>
internal static class AssertionReader
{
    public static IReadOnlyList<AssertedValues> Attributes(SignedElement assertion, FieldReader fields)
    {
        var attributes = new List<AssertedValues>();
        for (var child = assertion.Element.FirstElement; child is not null; child = child.NextElement)
        {
            if (!child.Is(Names.Assertion, "AttributeStatement"))
            {
                continue;
            }

            for (var element = child.FirstElement; element is not null; element = element.NextElement)
            {
                if (element.Is(Names.Assertion, "Attribute"))
                {
                    attributes.Add(Attribute(element, fields));
                }
                else
                {
                    fields.Refuse(SamlFaultCode.UnexpectedElement, "Attribute in AttributeStatement", element.FullName);
                }
            }
        }

        return attributes;
    }

    private static AssertedValues Attribute(XmlElement element, FieldReader fields)
    {
        var values = new List<string>();
        for (var value = element.FirstElement; value is not null; value = value.NextElement)
        {
            if (!value.Is(Names.Assertion, "AttributeValue"))
            {
                fields.Refuse(SamlFaultCode.UnexpectedElement, "AttributeValue in Attribute", value.FullName);
            }
            else if (value.FirstElement is { } inner)
            {
                // eduPersonTargetedID holds a NameID; nothing else with elements inside is in use, and it is left out.
                if (inner.Is(Names.Assertion, "NameID") && inner.NextElement is null)
                {
                    values.Add(fields.Text(inner));
                }
            }
            else
            {
                values.Add(fields.Text(value));
            }
        }

        return new AssertedValues
        {
            Name = fields.Required(element, "Name"),
            NameFormat = element.Attribute("NameFormat"),
            FriendlyName = element.Attribute("FriendlyName"),
            Values = values,
        };
    }
}
