namespace Keyline.Identity.Settings;

/// <summary>Everything that is wrong with settings that somebody wanted.</summary>
/// <param name="All">At least one.</param>
public sealed record SettingsFaults(IReadOnlyList<SettingsFault> All);
