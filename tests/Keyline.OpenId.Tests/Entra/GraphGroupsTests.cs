using System.Text.Json.Nodes;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Entra;
using Keyline.OpenId.Verification;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Entra;

public class GraphGroupsTests
{
    private static readonly Uri _graph = new("https://graph.example/v1.0");

    private readonly TestProvider _provider = new();

    [Theory]
    [InlineData("""{"groups":"src1"}""", null, true)]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData("""{"other":"src1"}""", null, false)]
    [InlineData(null, null, false)]
    public void Sees_that_groups_were_left_out(string? names, bool? hasGroups, bool expected)
    {
        var draft = _provider.IdToken().Without("groups")
            .With("_claim_names", names is null ? null : JsonNode.Parse(names))
            .With("hasgroups", hasGroups);

        Assert.Equal(expected, GroupOverage.IsIn(Refusal.None(_provider.Verify(draft))));
    }

    [Fact]
    public void Asks_Graph_itself_whatever_address_the_token_names()
    {
        var token = Token(draft => draft.With("_claim_sources",
            JsonNode.Parse("""{"src1":{"endpoint":"https://evil.example/groups"}}""")));
        var request = Refusal.None(GraphGroups.Begin(_graph, token, new SecretText("graph-token"))).Next!;

        Assert.Equal("GET", request.Method);
        Assert.Equal("https://graph.example/v1.0/users/66666666-7777-8888-9999-000000000000/transitiveMemberOf/microsoft.graph.group"
            + "?$select=id,displayName&$top=999", request.Address.AbsoluteUri);
        Assert.Equal("Bearer graph-token", Assert.Single(request.Headers, header => header.Name == "Authorization").Value.Reveal());
        Assert.Equal("https://graph.example/.default", GraphGroups.Scope(_graph));
    }

    [Fact]
    public void Cannot_be_led_to_another_path_by_the_object_id()
    {
        var request = Refusal.None(GraphGroups.Begin(_graph, Token(draft => draft.With("oid", "../applications?x=/")), new SecretText("t"))).Next!;

        Assert.StartsWith("/v1.0/users/..%2Fapplications%3Fx%3D%2F/", request.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_page_after_page()
    {
        var first = Refusal.None(Begin().Read(Page(["g1", "g2"], "https://graph.example/v1.0/users/x?$skiptoken=abc"), DocumentLimits.Standard));
        Assert.Equal("https://graph.example/v1.0/users/x?$skiptoken=abc", first.Next?.Address.AbsoluteUri);

        var last = Refusal.None(first.Read(Page(["g3"], null), DocumentLimits.Standard));
        Assert.Null(last.Next);
        Assert.Equal(["g1", "g2", "g3"], last.Groups.Select(group => group.Id));
        Assert.Equal("Group g3", last.Groups[2].Name);
    }

    [Fact]
    public void Reads_a_person_without_groups() => Assert.Empty(Refusal.None(Begin().Read(Page([], null), DocumentLimits.Standard)).Groups);

    [Theory]
    [InlineData("https://evil.example/v1.0/next")]
    [InlineData("http://graph.example/v1.0/next")]
    [InlineData("https://graph.example:8443/v1.0/next")]
    [InlineData("https://graph.example@evil.example/v1.0/next")]
    [InlineData("https://user@graph.example/v1.0/next")]
    [InlineData("https://graph.example/beta/next")]
    [InlineData("https://graph.example/v1.0/../beta/next")]
    [InlineData("/v1.0/next")]
    [InlineData("")]
    public void A_next_page_elsewhere_is_refused(string next) =>
        Refusal.Of(OAuthFaultCode.ForeignNextPage, Begin().Read(Page(["g1"], next), DocumentLimits.Standard));

    [Fact]
    public void Endless_groups_are_refused()
    {
        var next = "https://graph.example/v1.0/next";

        Refusal.Of(OAuthFaultCode.TooManyGroups, Begin().Read(Page(["g1", "g2"], null), DocumentLimits.Standard with { Groups = 1 }));
        Refusal.Of(OAuthFaultCode.TooManyGroups, Refusal.None(Begin().Read(Page(["g1"], next), DocumentLimits.Standard))
            .Read(Page(["g2"], next), DocumentLimits.Standard with { GroupPages = 2 }));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"value":"g1"}""")]
    [InlineData("""{"value":[{"name":"no id"}]}""")]
    [InlineData("""{"value":["g1"]}""")]
    public void A_page_of_something_else_is_refused(string json) => Refusal.Of(OAuthFaultCode.WrongMemberType,
        Begin().Read(new ProviderAnswer(200, new SecretText(json)), DocumentLimits.Standard));

    [Fact]
    public void A_refusal_of_Graph_says_what_to_grant()
    {
        var fault = Refusal.Of(OAuthFaultCode.UnexpectedAnswer, Begin().Read(new ProviderAnswer(403, new SecretText("{}")), DocumentLimits.Standard));

        Assert.Contains("GroupMember.Read.All", fault.ToDo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_without_object_id_cannot_be_asked_about() => Refusal.Of(OAuthFaultCode.MissingMember,
        GraphGroups.Begin(_graph, Token(draft => draft.Without("oid")), new SecretText("t")));

    private GraphGroups Begin() => Refusal.None(GraphGroups.Begin(_graph, Token(draft => draft), new SecretText("graph-token")));

    private VerifiedIdToken Token(Func<TokenDraft, TokenDraft> change) => Refusal.None(_provider.Verify(change(
        _provider.IdToken().Without("groups").With("hasgroups", true).With("oid", "66666666-7777-8888-9999-000000000000"))));

    private static ProviderAnswer Page(string[] ids, string? next)
    {
        var page = new JsonObject
        {
            ["value"] = new JsonArray([.. ids.Select(id => new JsonObject { ["id"] = id, ["displayName"] = $"Group {id}" })]),
        };
        if (next is not null)
        {
            page["@odata.nextLink"] = next;
        }

        return new ProviderAnswer(200, new SecretText(page.ToJsonString()), "application/json");
    }
}
