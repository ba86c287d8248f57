namespace Keyline.Portal.Design;

/// <summary>One value before and after; null is "was not there" or "is gone".</summary>
public sealed record Difference(string Name, string? Before, string? After);
