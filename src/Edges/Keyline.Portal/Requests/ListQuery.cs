using Keyline.Identity.Changes;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Requests;

/// <summary>What a list is asked for: a text to search, and the id behind which the page begins. What can't be read is left out.</summary>
public sealed record ListQuery(string Text, Guid? After)
{
    public const int PageSize = 50;

    private const int MaxTextLength = 100;

    /// <summary>Binds a handler's parameter from <c>q</c> and <c>after</c>.</summary>
    public static ValueTask<ListQuery> BindAsync(HttpContext context)
    {
        var text = context.Request.Query["q"].ToString().Trim();
        return ValueTask.FromResult(new ListQuery(
            text.Length <= MaxTextLength && LineText.IsClean(text) ? text : "",
            Guid.TryParseExact(context.Request.Query["after"], "D", out var after) ? after : null));
    }

    /// <summary>The neighbours of this page.</summary>
    /// <param name="path">The list's address.</param>
    /// <param name="last">The last id of this page, if there are more behind it.</param>
    /// <param name="filters">Other filters of the list, which its addresses keep.</param>
    public Design.Paging Paging(string path, Guid? last, params (string Name, string Value)[] filters)
    {
        var kept = string.Concat(filters.Append(("q", Text)).Where(filter => filter.Item2.Length > 0)
            .Select(filter => $"&{filter.Item1}={Uri.EscapeDataString(filter.Item2)}"));
        return new Design.Paging(
            After is null ? null : Address(path, kept),
            last is { } id ? Address(path, $"{kept}&after={id}") : null);
    }

    private static string Address(string path, string query) => query.Length == 0 ? path : $"{path}?{query[1..]}";
}
