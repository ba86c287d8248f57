namespace Keyline.Portal.Connections;

/// <summary>Before a test.</summary>
/// <param name="Frame">Around it.</param>
/// <param name="Action">Where the form goes that begins one.</param>
/// <param name="TestedAt">When one last succeeded with the settings as they are.</param>
/// <param name="Missing">What is missing before one can be tried.</param>
public sealed record TestModel(DeskFrame Frame, string Action, DateTimeOffset? TestedAt, string? Missing);
