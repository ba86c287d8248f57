using System.Globalization;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Portal.Design;
using Keyline.Portal.Requests;

namespace Keyline.Portal.Tools;

/// <summary>The tenant's settings as they stand in the form.</summary>
public sealed record SettingsForm
{
    private const int MaxRoles = 30;
    private const int MaxMinutes = 30 * 24 * 60;

    public required string LocalSignIn { get; init; }

    public required string IdleMinutes { get; init; }

    public required string Hours { get; init; }

    public required string ToleranceSeconds { get; init; }

    /// <summary>One address a line.</summary>
    public required string AlertAddresses { get; init; }

    public required IReadOnlyList<RoleLimit> Roles { get; init; }

    public static IReadOnlyList<Choice> Modes { get; } =
    [
        new(nameof(LocalSignInMode.Nobody), "Nobody: everybody signs in at the identity provider"),
        new(nameof(LocalSignInMode.ChosenPeople), "People that you choose, on their own pages"),
        new(nameof(LocalSignInMode.Everybody), "Everybody"),
    ];

    public static SettingsForm Of(TenantSettings settings, IReadOnlyDictionary<string, Role> roles) => new()
    {
        LocalSignIn = settings.LocalSignIn.ToString(),
        IdleMinutes = Minutes(settings.SessionLimits.Idle),
        Hours = Whole(settings.SessionLimits.Absolute.TotalHours),
        ToleranceSeconds = Whole(settings.ClockToleranceSeconds),
        AlertAddresses = string.Join('\n', settings.AlertAddresses),
        Roles =
        [
            .. RoleNames(settings, roles).Select(role => settings.SessionLimitsByRole.TryGetValue(role, out var limits)
                ? new RoleLimit(role, Minutes(limits.Idle), Whole(limits.Absolute.TotalHours))
                : new RoleLimit(role, "", "")),
        ],
    };

    public static SettingsForm Read(PostedForm form, TenantSettings settings, IReadOnlyDictionary<string, Role> roles) => new()
    {
        LocalSignIn = form.Text("local"),
        IdleMinutes = form.Text("idle"),
        Hours = form.Text("hours"),
        ToleranceSeconds = form.Text("tolerance"),
        AlertAddresses = form.Text("alerts"),
        Roles = [.. RoleNames(settings, roles).Select(role => new RoleLimit(role, form.Text($"idle-{role}"), form.Text($"hours-{role}")))],
    };

    /// <summary>The settings that the form asks for; what is no number becomes one that is refused with its bounds.</summary>
    public TenantSettings Over(TenantSettings before) => before with
    {
        LocalSignIn = Enum.TryParse<LocalSignInMode>(LocalSignIn, out var mode) ? mode : (LocalSignInMode)(-1),
        SessionLimits = Limits(IdleMinutes, Hours),
        ClockToleranceSeconds = Number(ToleranceSeconds),
        AlertAddresses = AlertAddresses.Split(['\r', '\n', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        SessionLimitsByRole = Roles.Where(role => role.IdleMinutes.Length + role.Hours.Length > 0)
            .ToDictionary(role => role.Role, role => Limits(role.IdleMinutes, role.Hours), StringComparer.Ordinal),
    };

    // The roles that give others, then those that have limits, then the rest: as many as a page can show.
    private static IEnumerable<string> RoleNames(TenantSettings settings, IReadOnlyDictionary<string, Role> roles) => settings.SessionLimitsByRole.Keys
        .Concat(roles.Values.OrderByDescending(role => role.Permissions.Contains(Permissions.RolesGrant)).ThenBy(role => role.Name, StringComparer.Ordinal)
            .Select(role => role.Name)).Distinct().Take(Math.Max(MaxRoles, settings.SessionLimitsByRole.Count));

    private static SessionLimits Limits(string minutes, string hours) =>
        new(TimeSpan.FromMinutes(Number(minutes)), TimeSpan.FromHours(Number(hours)));

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MaxMinutes ? number : 0;

    private static string Minutes(TimeSpan time) => Whole(time.TotalMinutes);

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
