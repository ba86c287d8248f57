using System.Text.Json.Nodes;
using Keyline.OpenId.Requests;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Requests;

public class PendingAuthorizationTextTests
{
    private readonly PendingAuthorization _pending = new TestProvider().Pending with
    {
        MaxAge = TimeSpan.FromMinutes(5),
        RequiredAcr = ["aal2", "aal3"],
    };

    [Fact]
    public void Keeps_everything()
    {
        var again = Refusal.None(PendingAuthorizationText.Read(PendingAuthorizationText.Write(_pending)));

        Assert.Equal(["aal2", "aal3"], again.RequiredAcr);
        Assert.Equal(_pending with { RequiredAcr = again.RequiredAcr }, again);
    }

    [Fact]
    public void Keeps_what_is_not_asked_for_as_such()
    {
        var again = Refusal.None(PendingAuthorizationText.Read(PendingAuthorizationText.Write(_pending with { MaxAge = null, RequiredAcr = [] })));

        Assert.Null(again.MaxAge);
        Assert.Empty(again.RequiredAcr);
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("state")]
    [InlineData("nonce")]
    [InlineData("code_verifier")]
    [InlineData("redirect_uri")]
    [InlineData("sent_at")]
    public void Refuses_text_that_lacks_something(string name)
    {
        var document = JsonNode.Parse(PendingAuthorizationText.Write(_pending).Reveal())!.AsObject();
        document.Remove(name);

        Refusal.Of(OAuthFaultCode.MissingMember, PendingAuthorizationText.Read(new SecretText(document.ToJsonString())));
    }

    [Theory]
    [InlineData("sent_at", -1)]
    [InlineData("sent_at", long.MaxValue)]
    [InlineData("max_age", -1)]
    public void Refuses_times_that_cannot_be(string name, long value)
    {
        var document = JsonNode.Parse(PendingAuthorizationText.Write(_pending).Reveal())!.AsObject();
        document[name] = value;

        Refusal.Of(OAuthFaultCode.MissingMember, PendingAuthorizationText.Read(new SecretText(document.ToJsonString())));
    }

    [Fact]
    public void Refuses_other_text() => Refusal.Of(OAuthFaultCode.MalformedJson, PendingAuthorizationText.Read(new SecretText("pending")));
}
