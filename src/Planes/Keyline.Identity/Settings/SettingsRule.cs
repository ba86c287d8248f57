using Keyline.Identity.Changes;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.Settings;

/// <summary>What a tenant may choose. Pure; it collects everything that is wrong.</summary>
public static class SettingsRule
{
    public const int MinClockToleranceSeconds = 5;
    public const int MaxClockToleranceSeconds = 300;
    public const int MaxAlertAddresses = 20;

    private const int MaxAddressLength = 254;

    public static readonly TimeSpan ShortestIdle = TimeSpan.FromMinutes(5);

    /// <summary>How long those who give roles may stay signed in at most, whatever a tenant chooses.</summary>
    public static readonly TimeSpan LongestOfAdministrators = TimeSpan.FromHours(24);

    public static IReadOnlyList<SettingsFault> Check(TenantSettings settings, IReadOnlyDictionary<string, Role> roles)
    {
        var faults = new List<SettingsFault>();
        CheckLimits("everybody", settings.SessionLimits, SessionLimits.Longest, faults);
        foreach (var (name, limits) in settings.SessionLimitsByRole)
        {
            if (!roles.TryGetValue(name, out var role))
            {
                faults.Add(new SettingsFault(SettingsFaultCode.UnknownRole, "a session limit is for a role that does not exist"));
                continue;
            }

            var longest = role.Permissions.Contains(Permissions.RolesGrant) ? LongestOfAdministrators : SessionLimits.Longest;
            CheckLimits(name, limits, longest, faults);
        }

        if (!Enum.IsDefined(settings.LocalSignIn))
        {
            faults.Add(new SettingsFault(SettingsFaultCode.BadLocalSignIn, "expected nobody, chosenPeople or everybody"));
        }

        if (settings.ClockToleranceSeconds is < MinClockToleranceSeconds or > MaxClockToleranceSeconds)
        {
            faults.Add(new SettingsFault(SettingsFaultCode.BadClockTolerance,
                $"expected a clock tolerance of {MinClockToleranceSeconds} to {MaxClockToleranceSeconds} seconds, got {settings.ClockToleranceSeconds}"));
        }

        if (settings.AlertAddresses.Count > MaxAlertAddresses || !settings.AlertAddresses.All(IsAddress))
        {
            faults.Add(new SettingsFault(SettingsFaultCode.BadAlertAddress,
                $"expected up to {MaxAlertAddresses} e-mail addresses such as it@example.com"));
        }

        return faults;
    }

    /// <summary>Whether mail can be sent to an address; the mail server has the last word.</summary>
    public static bool IsAddress(string text)
    {
        var at = text.LastIndexOf('@');
        return at is > 0 and <= 64 && text.Length <= MaxAddressLength && at < text.Length - 1 && LineText.IsClean(text)
            && text[..at].All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal))
            && text[(at + 1)..].All(c => char.IsLetterOrDigit(c) || c is '-' or '.') && !text.Contains("..", StringComparison.Ordinal);
    }

    private static void CheckLimits(string whose, SessionLimits limits, TimeSpan longest, List<SettingsFault> faults)
    {
        if (limits.Idle < ShortestIdle || limits.Absolute > longest || limits.Idle > limits.Absolute)
        {
            faults.Add(new SettingsFault(SettingsFaultCode.BadSessionLimit,
                $"session limits of '{whose}': expected at least {ShortestIdle.TotalMinutes:0} minutes of silence, at most {longest.TotalHours:0} hours in all, "
                + $"and the first not longer than the second; got {limits.Idle:c} and {limits.Absolute:c}"));
        }
    }
}
