namespace Keyline.Portal.Design;

/// <summary>One bar of a chart: what went well, and what was refused.</summary>
public sealed record Bar(string Name, int Good, int Bad = 0);
