namespace Keyline.Portal.Design;

/// <summary>A tab, which is a link to a page of its own.</summary>
public sealed record Tab(string Text, string Href, bool Current = false);
