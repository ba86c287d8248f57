using System.Text.Json.Serialization;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Server.Human.Admin.Shape;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.Admin.Settings;

/// <summary>A tenant's settings, as they are read and as they are written: whole.</summary>
internal sealed record SettingsJson(
    LocalSignInMode LocalSignIn, LimitsJson SessionLimits, IReadOnlyDictionary<string, LimitsJson> SessionLimitsByRole, int ClockToleranceSeconds,
    IReadOnlyList<string> AlertAddresses, bool InsecureAllowClearTextLdap, bool InsecureAllowPrivateAddresses) : IJsonOnDeserialized
{
    public void OnDeserialized()
    {
        JsonItems.Check(SessionLimitsByRole.Values, "sessionLimitsByRole");
        JsonItems.Check(AlertAddresses, "alertAddresses");
    }

    public static SettingsJson Of(TenantSettings settings) => new(
        settings.LocalSignIn, LimitsJson.Of(settings.SessionLimits),
        settings.SessionLimitsByRole.ToDictionary(limit => limit.Key, limit => LimitsJson.Of(limit.Value), StringComparer.Ordinal),
        settings.ClockToleranceSeconds, settings.AlertAddresses, settings.InsecureAllowClearTextLdap, settings.InsecureAllowPrivateAddresses);

    public TenantSettings To(TenantId tenantId) => new()
    {
        TenantId = tenantId,
        LocalSignIn = LocalSignIn,
        SessionLimits = SessionLimits.To(),
        SessionLimitsByRole = SessionLimitsByRole.ToDictionary(limit => limit.Key, limit => limit.Value.To(), StringComparer.Ordinal),
        ClockToleranceSeconds = ClockToleranceSeconds,
        AlertAddresses = AlertAddresses,
        InsecureAllowClearTextLdap = InsecureAllowClearTextLdap,
        InsecureAllowPrivateAddresses = InsecureAllowPrivateAddresses,
    };

    public static ProblemHttpResult Problem(SettingsFaults faults)
    {
        var first = faults.All[0];
        var status = first.Code switch
        {
            SettingsFaultCode.OperatorOnly => StatusCodes.Status403Forbidden,
            SettingsFaultCode.Conflict or SettingsFaultCode.NoTestedBreakGlass => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        };
        return ApiProblem.Of(status, "settings", first.Code, string.Join("; ", faults.All.Select(fault => fault.Detail)));
    }
}

/// <summary>How long sessions last, in minutes.</summary>
internal sealed record LimitsJson(int IdleMinutes, int AbsoluteMinutes)
{
    public static LimitsJson Of(SessionLimits limits) => new((int)limits.Idle.TotalMinutes, (int)limits.Absolute.TotalMinutes);

    public SessionLimits To() => new(TimeSpan.FromMinutes(IdleMinutes), TimeSpan.FromMinutes(AbsoluteMinutes));
}
