namespace Keyline.Portal.Connections;

/// <summary>One connection at a glance.</summary>
public sealed record ConnectionModel(DeskFrame Frame, ConnectionRow Row, int People);
