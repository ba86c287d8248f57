namespace Keyline.Portal.Connections;

/// <summary>A preset to choose.</summary>
public sealed record PresetCard(string Name, string Summary, string Href);
