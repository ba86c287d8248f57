namespace Keyline.Server.Human.Admin.Shape;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">What to ask for behind it; null when it is the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
