namespace Keyline.Portal.Connections;

/// <summary>All connections of a tenant.</summary>
/// <param name="Rows">They.</param>
/// <param name="MayChange">Whether this person may change them.</param>
/// <param name="PlanFault">Why there can be none, when the plan has no single sign-on.</param>
public sealed record ConnectionsModel(IReadOnlyList<ConnectionRow> Rows, bool MayChange, string? PlanFault);
