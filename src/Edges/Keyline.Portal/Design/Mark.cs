namespace Keyline.Portal.Design;

/// <summary>A short state with its tone, shown as a badge.</summary>
public sealed record Mark(string Text, Tone Tone = Tone.Neutral);
