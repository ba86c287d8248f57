using Keyline.OpenId.Documents;
using Keyline.OpenId.Verification;
using Keyline.Secrets;

namespace Keyline.OpenId.Entra;

/// <summary>
/// Reads all groups of a person from Microsoft Graph, nested ones too, page by page: send <see cref="Next"/>, give the
/// answer to <see cref="Read"/>, until <see cref="Next"/> is null.
/// </summary>
public sealed record GraphGroups
{
    private const int PageSize = 999;
    private const int LongestId = 200;

    private GraphGroups()
    {
    }

    /// <summary>Graph of the public cloud; others have another address.</summary>
    public static Uri PublicCloud { get; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>What is to be sent next; null when all groups are there.</summary>
    public OutgoingRequest? Next { get; private init; }

    /// <summary>The groups so far.</summary>
    public required IReadOnlyList<GraphGroup> Groups { get; init; }

    private Uri Base { get; init; } = PublicCloud;

    private SecretText Token { get; init; } = new("");

    private int Pages { get; init; }

    /// <summary>The scope of an access token of our own for Graph.</summary>
    /// <param name="graph">Graph's address with its version.</param>
    public static string Scope(Uri graph) => $"{graph.GetLeftPart(UriPartial.Authority)}/.default";

    /// <summary>Begins. The client needs the permission <c>GroupMember.Read.All</c>.</summary>
    /// <param name="graph">Graph's address with its version.</param>
    /// <param name="person">The person's verified ID token; it must have <c>oid</c>.</param>
    /// <param name="accessToken">
    /// An access token for Graph: our own, got with <see cref="Scope"/> from the person's tenant, or the person's, when
    /// the sign-in asked for Graph's scope.
    /// </param>
    public static Result<GraphGroups, OAuthFault> Begin(Uri graph, VerifiedIdToken person, SecretText accessToken)
    {
        if (person.ObjectId is not { Length: > 0 } id)
        {
            return new OAuthFault(OAuthFaultCode.MissingMember, "'oid'", "an ID token without",
                "allow the scope 'profile' for this application, as Entra ID puts oid into tokens only with it");
        }

        var address = $"{graph.AbsoluteUri.TrimEnd('/')}/users/{Uri.EscapeDataString(id)}/transitiveMemberOf/microsoft.graph.group"
            + $"?$select=id,displayName&$top={PageSize}";
        return new GraphGroups { Groups = [], Base = graph, Token = accessToken, Next = Get(new Uri(address), accessToken) };
    }

    /// <summary>Takes the answer to <see cref="Next"/>.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="limits">How many pages and groups are read.</param>
    public Result<GraphGroups, OAuthFault> Read(ProviderAnswer answer, DocumentLimits limits)
    {
        if (answer.Status != 200)
        {
            return new OAuthFault(OAuthFaultCode.UnexpectedAnswer, "status 200 with groups", $"status {answer.Status}",
                "grant the application 'GroupMember.Read.All' in Entra ID, with an administrator's consent");
        }

        var document = StrictJson.ReadObject(answer.Body.Reveal(), limits.AnswerBytes, limits.Depth, "a page of groups");
        if (!document.Ok)
        {
            return document.Fault;
        }

        var page = new ClaimSet(document.Value);
        if (ReadPage(page) is not { } found)
        {
            return new OAuthFault(OAuthFaultCode.WrongMemberType, "'value', a list of groups with 'id'", "something else",
                "check Graph's address");
        }

        List<GraphGroup> groups = [.. Groups, .. found];
        var next = page.FindText("@odata.nextLink");
        if (groups.Count > limits.Groups || (next is not null && Pages + 1 >= limits.GroupPages))
        {
            return new OAuthFault(OAuthFaultCode.TooManyGroups, $"at most {limits.Groups} groups on {limits.GroupPages} pages", "more",
                "let Entra ID put only the groups that are assigned to the application into tokens");
        }

        if (next is null)
        {
            return this with { Groups = groups, Pages = Pages + 1, Next = null };
        }

        // The access token goes with the request, so the next page must be Graph's own.
        return Uri.TryCreate(next, UriKind.Absolute, out var address) && IsOurs(address)
            ? this with { Groups = groups, Pages = Pages + 1, Next = Get(address, Token) }
            : new OAuthFault(OAuthFaultCode.ForeignNextPage, $"a next page below {Shown.Text(Base.AbsoluteUri)}", Shown.Text(next),
                "check Graph's address");
    }

    private static List<GraphGroup>? ReadPage(ClaimSet page)
    {
        if (page.FindJson("value") is not { } raw || (raw != "[]" && page.FindObjects("value").Count == 0))
        {
            return null;
        }

        var items = page.FindObjects("value");
        return items.All(item => item.FindText("id") is { Length: > 0 and <= LongestId })
            // The line before has seen each id.
            ? [.. items.Select(item => new GraphGroup(item.FindText("id")!, item.FindText("displayName")))]
            : null;
    }

    private bool IsOurs(Uri address) =>
        Uri.Compare(address, Base, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
        && address.UserInfo.Length == 0 && address.AbsolutePath.StartsWith(Base.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static OutgoingRequest Get(Uri address, SecretText token) => new()
    {
        Method = "GET",
        Address = address,
        Headers =
        [
            RequestField.Of("Accept", "application/json"),
            new RequestField("Authorization", new SecretText($"Bearer {token.Reveal()}")),
        ],
    };
}
