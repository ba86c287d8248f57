namespace Keyline.Portal.Design;

/// <summary>What a badge's colour says; its text says it too.</summary>
public enum Tone
{
    Neutral,
    Good,
    Warn,
    Bad,
    Info,
}
