namespace Keyline.Identity.Federation.Presets;

/// <summary>One thing to do in the IdP's admin pages.</summary>
/// <param name="Where">The way through its pages.</param>
/// <param name="Text">What to do there.</param>
public sealed record PresetStep(string Where, string Text)
{
    /// <summary>What to paste there, in the order of the page.</summary>
    public IReadOnlyList<PresetValue> Values { get; init; } = [];
}
