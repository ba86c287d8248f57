using System.Text;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Verification;

/// <summary>Tricks of XML itself, on a message that is valid until then.</summary>
public class HostileXmlTests
{
    private const string Name = ">user-1<";

    [Fact]
    public void A_document_type_declaration() =>
        Refused(SamlFaultCode.DocumentType, xml => "<!DOCTYPE samlp:Response>" + xml);

    [Fact]
    public void An_external_entity() => Refused(
        SamlFaultCode.DocumentType,
        xml => "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + xml.Replace(Name, ">&e;<", StringComparison.Ordinal));

    [Fact]
    public void A_billion_laughs() => Refused(
        SamlFaultCode.DocumentType,
        xml => "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>" + xml.Replace(Name, ">&b;<", StringComparison.Ordinal));

    [Fact]
    public void An_entity_that_nobody_declared() =>
        Refused(SamlFaultCode.NotXml, xml => xml.Replace(Name, ">user&nbsp;1<", StringComparison.Ordinal));

    [Fact]
    public void A_document_type_declaration_inside() =>
        Refused(SamlFaultCode.DocumentType, xml => xml.Replace(Name, "><!DOCTYPE x>user-1<", StringComparison.Ordinal));

    [Theory]
    [InlineData("><!---->user-1<")]
    [InlineData(">user<!-- -->-1<")]
    [InlineData(">user-1<!--.evil.example--><")]
    public void A_comment_inside_a_name_even_though_signatures_ignore_it(string name) =>
        Refused(SamlFaultCode.CommentInValue, xml => xml.Replace(Name, name, StringComparison.Ordinal));

    [Fact]
    public void A_comment_that_was_signed_inside_a_name() => Assert.Equal(
        SamlFaultCode.CommentInValue,
        (SamlResponses.Valid() with { NameId = "<saml:NameID>admin<!-- -->.evil.example</saml:NameID>" }).Refusal());

    [Fact]
    public void A_comment_inside_an_attribute_value() =>
        Refused(SamlFaultCode.CommentInValue, xml => xml.Replace(">phones<", ">pho<!---->nes<", StringComparison.Ordinal));

    [Fact]
    public void A_processing_instruction_inside_a_name() =>
        Refused(SamlFaultCode.ProcessingInstruction, xml => xml.Replace(Name, ">user<?x?>-1<", StringComparison.Ordinal));

    [Fact]
    public void A_processing_instruction_between_elements() =>
        Refused(SamlFaultCode.ProcessingInstruction, xml => xml.Replace("<saml:Subject>", "<?x?><saml:Subject>", StringComparison.Ordinal));

    [Fact]
    public void A_character_data_section_that_changes_the_name() =>
        Refused(SamlFaultCode.DigestMismatch, xml => xml.Replace(Name, "><![CDATA[admin]]><", StringComparison.Ordinal));

    [Fact]
    public void White_space_added_to_the_name() =>
        Refused(SamlFaultCode.DigestMismatch, xml => xml.Replace(Name, "> user-1<", StringComparison.Ordinal));

    [Fact]
    public void The_name_split_into_elements() => Assert.Equal(
        SamlFaultCode.UnexpectedElement, (SamlResponses.Valid() with { NameId = "<saml:NameID>user<b xmlns=\"\"/>-1</saml:NameID>" }).Refusal());

    [Theory]
    [InlineData("id")]
    [InlineData("Id")]
    [InlineData("xml:id")]
    public void An_identifier_of_another_spelling_that_repeats_one(string name) => Refused(
        SamlFaultCode.DuplicateId, xml => xml.Replace("<samlp:Status>", $"<samlp:Status {name}=\"_assertion1\">", StringComparison.Ordinal));

    [Theory]
    [InlineData(" id=\"_assertion1\"")]
    [InlineData(" xml:id=\"_assertion1\"")]
    public void An_element_known_by_another_kind_of_identifier(string identifier) => Refused(
        SamlFaultCode.WrongReference,
        xml => xml.Replace(" ID=\"_assertion1\"", identifier, StringComparison.Ordinal),
        SamlResponses.Valid() with { SignResponse = false });

    [Fact]
    public void A_prefix_that_means_something_else_further_in() => Refused(
        SamlFaultCode.DigestMismatch,
        xml => xml.Replace("<saml:NameID ", "<saml:NameID xmlns:saml=\"urn:evil\" ", StringComparison.Ordinal).Replace(
            "user-1</saml:NameID>", "user-1</saml:NameID>", StringComparison.Ordinal));

    [Fact]
    public void A_prefix_that_is_not_declared() =>
        Refused(SamlFaultCode.NotXml, xml => xml.Replace("<saml:NameID ", "<evil:NameID ", StringComparison.Ordinal));

    [Theory]
    [InlineData("xmlns:xml=\"urn:evil\"")]
    [InlineData("xmlns:xmlns=\"urn:evil\"")]
    [InlineData("xmlns:e=\"\"")]
    [InlineData("xmlns:e=\"http://www.w3.org/2000/xmlns/\"")]
    [InlineData("xmlns=\"http://www.w3.org/XML/1998/namespace\"")]
    public void A_namespace_declaration_that_is_not_allowed(string declaration) =>
        Refused(SamlFaultCode.NotXml, xml => xml.Replace("<samlp:Status>", $"<samlp:Status {declaration}>", StringComparison.Ordinal));

    [Fact]
    public void An_attribute_twice_by_two_prefixes() => Refused(
        SamlFaultCode.NotXml,
        xml => xml.Replace("<samlp:Status>", "<samlp:Status xmlns:a=\"urn:a\" xmlns:b=\"urn:a\" a:x=\"1\" b:x=\"2\">", StringComparison.Ordinal));

    [Fact]
    public void Something_after_the_end() => Refused(SamlFaultCode.NotXml, xml => xml + "<evil/>");

    [Fact]
    public void Text_before_the_beginning() => Refused(SamlFaultCode.NotXml, xml => "evil" + xml);

    [Fact]
    public void Another_encoding() =>
        Refused(SamlFaultCode.NotXml, xml => "<?xml version=\"1.0\" encoding=\"utf-7\"?>" + xml);

    [Fact]
    public void Bytes_that_are_not_utf8()
    {
        var xml = Encoding.UTF8.GetBytes(SamlResponses.Valid().ToXml());
        xml[^5] = 0xC0;

        Assert.Equal(SamlFaultCode.NotXml, Verdicts.Of(Convert.ToBase64String(xml)).Result.Fault?.Code);
    }

    [Fact]
    public void A_control_character() => Refused(SamlFaultCode.NotXml, xml => xml.Replace(Name, ">user\u0001<", StringComparison.Ordinal));

    [Fact]
    public void A_reference_to_a_character_that_xml_has_not() =>
        Refused(SamlFaultCode.NotXml, xml => xml.Replace(Name, ">user&#0;<", StringComparison.Ordinal));

    [Fact]
    public void A_document_that_is_too_long() =>
        Refused(SamlFaultCode.TooLarge, xml => xml + new string(' ', MessageLimits.Message.Bytes));

    [Fact]
    public void A_document_that_is_too_deep() => Refused(
        SamlFaultCode.TooDeep,
        xml => Into(xml, string.Concat(Enumerable.Repeat("<x>", 5000)) + string.Concat(Enumerable.Repeat("</x>", 5000))));

    [Fact]
    public void Too_many_elements() => Refused(SamlFaultCode.TooManyElements, xml => Into(xml, string.Concat(Enumerable.Repeat("<x/>", 20_000))));

    [Fact]
    public void Too_many_attributes() => Refused(
        SamlFaultCode.TooManyAttributes, xml => Into(xml, $"<x {string.Join(' ', Enumerable.Range(0, 500).Select(i => $"a{i}=\"\""))}/>"));

    [Fact]
    public void Too_many_namespaces_at_once() => Refused(SamlFaultCode.TooManyAttributes, xml => Into(
        xml,
        string.Concat(Enumerable.Range(0, 20).Select(i => $"<x {string.Join(' ', Enumerable.Range(0, 40).Select(j => $"xmlns:n{i}_{j}=\"urn:n\""))}>"))
        + string.Concat(Enumerable.Repeat("</x>", 20))));

    [Fact]
    public void A_field_that_is_not_base64() =>
        Assert.Equal(SamlFaultCode.NotBase64, Verdicts.Of(SamlResponses.Valid().ToBase64() + "!").Result.Fault?.Code);

    [Fact]
    public void An_empty_field() => Assert.Equal(SamlFaultCode.NotBase64, Verdicts.Of("").Result.Fault?.Code);

    [Fact]
    public void The_order_of_attributes_and_harmless_white_space_change_nothing()
    {
        var xml = SamlResponses.Valid().ToXml()
            .Replace("<saml:Conditions NotBefore=\"2026-03-01T11:55:00Z\" NotOnOrAfter=\"2026-03-01T12:05:00Z\">",
                "<saml:Conditions  NotOnOrAfter='2026-03-01T12:05:00Z'\n NotBefore = \"2026-03-01T11:55:00Z\" >", StringComparison.Ordinal)
            .Replace("</saml:NameID>", "</saml:NameID >", StringComparison.Ordinal);

        Assert.True(Verdicts.OfXml("<?xml version='1.0' encoding='UTF-8' ?>\n<!-- hello -->" + xml + "\n<!-- bye -->").Result.Ok);
    }

    [Fact]
    public void A_comment_between_elements_is_not_there()
    {
        var xml = SamlResponses.Valid().ToXml().Replace("<saml:Subject>", "<saml:Subject><!-- harmless -->", StringComparison.Ordinal);

        Assert.Equal("user-1", Verdicts.OfXml(xml).Result.Value?.NameId.Value);
    }

    [Fact]
    public void A_refusal_carries_no_more_than_an_excerpt_of_what_came()
    {
        var outcome = (SamlResponses.Valid() with { Destination = new string('x', 5000) }).Verify();

        Assert.InRange(outcome.Result.Fault?.Came.Length ?? 0, 1, 201);
        Assert.Contains(outcome.Report.Checks, check => check is { Name: CheckName.Destination, Verdict: CheckVerdict.Failed });
    }

    private static string Into(string xml, string inner) =>
        xml.Replace("<samlp:Status>", $"<samlp:Extensions>{inner}</samlp:Extensions><samlp:Status>", StringComparison.Ordinal);

    private static void Refused(SamlFaultCode code, Func<string, string> attack, SamlResponse? response = null)
    {
        var valid = (response ?? SamlResponses.Valid()).ToXml();
        Assert.Null(Verdicts.RefusalOfXml(valid));
        var attacked = attack(valid);
        Assert.NotEqual(valid, attacked);

        Assert.Equal(code, Verdicts.RefusalOfXml(attacked));
    }
}
