using Keyline.Identity.Changes;

namespace Keyline.Server.Human.Admin.Shape;

/// <summary>What a caller wants of a list: <c>?q=…&amp;after=…&amp;limit=…</c>. Keyset paging: no page is missed or seen twice.</summary>
internal sealed record PageRequest(string Text, Guid? After, int Limit)
{
    public const int MaxLimit = 200;
    private const int StandardLimit = 50;
    private const int MaxTextLength = 200;

    /// <summary>Reads the query; what can't be read is refused as a bad request.</summary>
    public static ValueTask<PageRequest> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        return ValueTask.FromResult(new PageRequest(TextOf(query["q"], "q"), IdOf(query["after"], "after"), LimitOf(query["limit"])));
    }

    /// <summary>Makes a page of what was asked for, with one more than the limit to see whether anything follows.</summary>
    public Page<TItem> Of<T, TItem>(IReadOnlyList<T> found, Func<T, TItem> item, Func<T, Guid> id) => found.Count > Limit
        ? new Page<TItem>([.. found.Take(Limit).Select(item)], id(found[Limit - 1]).ToString())
        : new Page<TItem>([.. found.Select(item)], null);

    /// <summary>A text to search for.</summary>
    public static string TextOf(string? text, string name) => text is null ? ""
        : text.Length <= MaxTextLength && LineText.IsClean(text) ? text.Trim()
        : throw new BadHttpRequestException($"'{name}': expected up to {MaxTextLength} characters without control characters.");

    /// <summary>An id of the page before, or of something to filter by.</summary>
    public static Guid? IdOf(string? text, string name) => string.IsNullOrEmpty(text) ? null
        : Guid.TryParseExact(text, "D", out var id) ? id
        : throw new BadHttpRequestException($"'{name}': expected an id such as 01890a5d-ac96-774b-bcce-b302099a8057.");

    private static int LimitOf(string? text) => string.IsNullOrEmpty(text) ? StandardLimit
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= MaxLimit ? limit
        : throw new BadHttpRequestException($"'limit': expected 1 to {MaxLimit}.");
}
