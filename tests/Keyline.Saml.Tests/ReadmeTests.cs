using System.Reflection;
using Keyline.Saml.Metadata;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests;

public class ReadmeTests
{
    private static readonly string _root = typeof(ReadmeTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Root").Value ?? "";

    [Fact]
    public void The_example_in_the_readme_is_the_one_that_is_compiled()
    {
        var readme = File.ReadAllText(Path.Combine(_root, "src/Protocols/Keyline.Saml/README.md"));
        var source = File.ReadAllText(Path.Combine(_root, "tests/Keyline.Saml.Tests/ReadmeExample.cs"));
        var compiled = Between(source, "// README begins\n", "    // README ends").Split('\n').Select(line => line.Length > 4 ? line[4..] : line.Trim());

        Assert.Equal(string.Join('\n', compiled).Trim(), Between(readme, "```csharp\n", "```").Trim());
    }

    [Fact]
    public void The_example_in_the_readme_works()
    {
        var metadata = MetadataWriter.Write(SamlMessages.IdentityProvider(), null);
        var idp = MetadataReader.ReadIdentityProvider(metadata, new MetadataOptions(), SamlResponses.Now).Get();

        Assert.StartsWith(
            SamlMessages.IdpAddress + "?SAMLRequest=",
            ReadmeExample.StartSignIn(metadata, SamlTestKeys.ServiceProvider, "token", SamlResponses.Now), StringComparison.Ordinal);
        Assert.StartsWith(
            "user-1, once", ReadmeExample.FinishSignIn(SamlResponses.Valid().ToBase64(), SamlResponses.RequestId, idp, SamlResponses.Now),
            StringComparison.Ordinal);
    }

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }
}
