namespace Keyline.Identity.Federation.Presets;

/// <summary>A value to paste at the IdP.</summary>
/// <param name="Label">What the IdP calls it.</param>
/// <param name="Value">The value.</param>
public sealed record PresetValue(string Label, string Value);
