namespace Keyline.Portal.Connections;

/// <summary>Before a connection is switched on.</summary>
public sealed record EnableModel(DeskFrame Frame, bool Enabled, DateTimeOffset? TestedAt, string? Missing);
