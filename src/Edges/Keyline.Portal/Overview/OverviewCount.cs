namespace Keyline.Portal.Overview;

/// <summary>A number that leads to its list.</summary>
public sealed record OverviewCount(string Name, int Value, string Href);
