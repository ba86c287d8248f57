namespace Keyline.Portal.Design;

/// <summary>The neighbours of a page of a list, as addresses; null where there is none.</summary>
public sealed record Paging(string? FirstHref = null, string? NextHref = null);
