using Keyline.Portal.Design;

namespace Keyline.Portal.Connections;

/// <summary>Changed metadata that waits.</summary>
/// <param name="Frame">Around it.</param>
/// <param name="Changes">What would change.</param>
/// <param name="Mark">What was looked at, for the form.</param>
public sealed record DifferenceModel(DeskFrame Frame, IReadOnlyList<Difference> Changes, string Mark);
