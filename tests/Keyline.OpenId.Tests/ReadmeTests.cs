using System.Reflection;
using Keyline.OpenId.Documents;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests;

public class ReadmeTests
{
    private static readonly string _root = typeof(ReadmeTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Root").Value!;

    [Fact]
    public void The_example_is_the_code_that_is_compiled()
    {
        var readme = File.ReadAllText(Path.Combine(_root, "src/Protocols/Keyline.OpenId/README.md"));
        var source = File.ReadAllLines(Path.Combine(_root, "tests/Keyline.OpenId.Tests/ReadmeExample.cs"));
        var method = source.SkipWhile(line => line != "{").Skip(1).TakeWhile(line => line != "}")
            .Select(line => line.Length > 4 ? line[4..] : "");

        Assert.Contains($"```csharp\n{string.Join('\n', method)}\n```", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_signs_anna_in()
    {
        var provider = new TestProvider();
        var nonce = "";
        var claims = ReadmeExample.SignIn(provider.Party, provider.MetadataDocument.ToJsonString(), TestProvider.KeySetJson, Browse, Send, TestProvider.Now);

        Assert.Equal("anna@acme.example", Refusal.None(claims).FindText("email"));

        string Browse(Uri address)
        {
            var asked = Refusal.None(FormText.Read(address.Query, DocumentLimits.Standard));
            nonce = asked["nonce"];
            return $"code={TestProvider.Code}&state={asked["state"]}&iss={Uri.EscapeDataString(provider.Issuer)}";
        }

        ProviderAnswer Send(OutgoingRequest request) => TestProvider.TokenAnswer(provider.IdToken().With("nonce", nonce).Sign());
    }

    [Fact]
    public void The_example_refuses_what_is_wrong_at_each_step()
    {
        var provider = new TestProvider();
        var metadata = provider.MetadataDocument.ToJsonString();
        var answer = TestProvider.TokenAnswer(provider.IdToken().Sign());

        Refusal.Of(OAuthFaultCode.MalformedJson, SignIn("", TestProvider.KeySetJson, _ => "", answer));
        Refusal.Of(OAuthFaultCode.MalformedJson, SignIn(metadata, "", _ => "", answer));
        Refusal.Of(OAuthFaultCode.MissingParameter, SignIn(metadata, TestProvider.KeySetJson, _ => "", answer));
        Refusal.Of(OAuthFaultCode.WrongState, SignIn(metadata, TestProvider.KeySetJson, _ => provider.ResponseQuery, answer));
        Refusal.Of(OAuthFaultCode.UnexpectedAnswer, SignIn(metadata, TestProvider.KeySetJson, Answer, new ProviderAnswer(500, new SecretText(""))));
        Refusal.Of(OAuthFaultCode.WrongNonce, SignIn(metadata, TestProvider.KeySetJson, Answer, answer));

        string Answer(Uri address) => provider.ResponseQuery.Replace("state-of-anna",
            Refusal.None(FormText.Read(address.Query, DocumentLimits.Standard))["state"], StringComparison.Ordinal);

        Result<ClaimSet, OAuthFault> SignIn(string document, string keys, Func<Uri, string> browse, ProviderAnswer reply) =>
            ReadmeExample.SignIn(provider.Party, document, keys, browse, _ => reply, TestProvider.Now);
    }
}
