namespace Keyline.Identity.Settings;

/// <summary>Why settings were not changed.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">What was expected, what came, what to do.</param>
public sealed record SettingsFault(SettingsFaultCode Code, string Detail);
