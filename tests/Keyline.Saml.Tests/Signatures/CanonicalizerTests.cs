using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;
using XmlElement = Keyline.Saml.Reading.XmlElement;

namespace Keyline.Saml.Tests.Signatures;

/// <summary>Our canonical form against the framework's, byte by byte.</summary>
public class CanonicalizerTests
{
    private static readonly Config _thorough = Config.QuickThrowOnFailure.WithMaxTest(1500).WithQuietOnSuccess(true);

    [Fact]
    public void A_whole_document_is_as_the_framework_has_it() => Holds(seed =>
    {
        var generator = new XmlGenerator(seed);
        var xml = generator.Document();
        Same(Framework(xml, _ => true, ""), Ours(xml, _ => true, []), xml);
    });

    [Fact]
    public void Every_element_of_a_document_is_as_the_framework_has_it() => Holds(seed =>
    {
        var xml = new XmlGenerator(seed).Document();
        var count = Elements(Parse(xml)).Count();
        for (var i = 0; i < count; i++)
        {
            var place = i;
            Same(Framework(xml, index => index == place, ""), Ours(xml, index => index == place, []), xml);
        }
    });

    [Fact]
    public void Included_prefixes_are_treated_as_the_framework_does() => Holds(seed =>
    {
        var generator = new XmlGenerator(seed);
        var xml = generator.Document();
        var prefixes = generator.Prefixes();
        var ours = prefixes.Select(prefix => prefix == "#default" ? "" : prefix).ToArray();
        Same(Framework(xml, _ => true, string.Join(' ', prefixes)), Ours(xml, _ => true, ours), $"{xml} including {string.Join(' ', prefixes)}");
    });

    [Fact]
    public void What_we_accept_the_framework_reads_the_same() => Holds(seed =>
    {
        var xml = new XmlGenerator(seed).Damaged();
        if (XmlTree.Parse(xml, MessageLimits.Message).Ok)
        {
            Same(Framework(xml, _ => true, ""), Ours(xml, _ => true, []), xml);
        }
    });

    [Fact]
    public void Without_the_enveloped_signature_nothing_else_is_missing()
    {
        var root = Parse("<a xmlns='urn:1'><b/> <s>gone</s> <c/></a>");
        using var canonicalizer = new Canonicalizer();

        var octets = canonicalizer.Write(root, root.Child("urn:1", "s"), []);

        Assert.Equal("<a xmlns=\"urn:1\"><b></b>  <c></c></a>", Encoding.UTF8.GetString(octets));
    }

    [Fact]
    public void A_default_namespace_taken_back_is_written_so()
    {
        using var canonicalizer = new Canonicalizer();

        var octets = canonicalizer.Write(Parse("<a xmlns='urn:1'><b xmlns=''><c xmlns=''/></b></a>"), null, []);

        Assert.Equal("<a xmlns=\"urn:1\"><b xmlns=\"\"><c></c></b></a>", Encoding.UTF8.GetString(octets));
    }

    private static void Holds(Action<int> property) => Check.One(_thorough, Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), (int seed) => property(seed)));

    private static void Same(string framework, string ours, string document)
    {
        if (framework != ours)
        {
            var at = framework.Zip(ours).TakeWhile(pair => pair.First == pair.Second).Count();
            throw new InvalidOperationException($"\nframework: {Around(framework, at)}\nours:      {Around(ours, at)}\ndocument:  {document}");
        }
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 40)];

    private static XmlElement Parse(string xml)
    {
        var tree = XmlTree.Parse(xml, MessageLimits.Message);
        return tree.Ok ? tree.Value.Root : throw new InvalidOperationException($"{tree.Fault.Detail} in {xml}");
    }

    private static IEnumerable<XmlElement> Elements(XmlElement root)
    {
        for (var element = root; element is not null; element = element.Following(root))
        {
            yield return element;
        }
    }

    private static string Ours(string xml, Func<int, bool> apex, string[] prefixes)
    {
        var element = Elements(Parse(xml)).Where((_, index) => apex(index)).First();
        using var canonicalizer = new Canonicalizer();
        return Encoding.UTF8.GetString(canonicalizer.Write(element, null, prefixes));
    }

    private static string Framework(string xml, Func<int, bool> apex, string prefixes)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };

        // XmlDocument.LoadXml does not normalize line ends, as XML 1.0, 2.11 wants it; a reader does.
        using (var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }))
        {
            document.Load(reader);
        }

        var element = document.SelectNodes("//*")!.Cast<System.Xml.XmlElement>().Where((_, index) => apex(index)).First();
        var transform = new XmlDsigExcC14NTransform(false, prefixes);
        transform.LoadInput(Alone(element));
        using var output = new StreamReader((Stream)transform.GetOutput(typeof(Stream)));
        return output.ReadToEnd();
    }

    // The element as the root of a document of its own, with the namespaces that were in scope.
    private static XmlDocument Alone(System.Xml.XmlElement element)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var copy = (System.Xml.XmlElement)document.ImportNode(element, true);
        document.AppendChild(copy);
        for (var ancestor = element.ParentNode as System.Xml.XmlElement; ancestor is not null; ancestor = ancestor.ParentNode as System.Xml.XmlElement)
        {
            foreach (var attribute in ancestor.Attributes.Cast<System.Xml.XmlAttribute>().Where(attribute => attribute.Name.StartsWith("xmlns", StringComparison.Ordinal)))
            {
                if (!copy.HasAttribute(attribute.Name))
                {
                    copy.SetAttributeNode((System.Xml.XmlAttribute)document.ImportNode(attribute, true));
                }
            }
        }

        return document;
    }
}
