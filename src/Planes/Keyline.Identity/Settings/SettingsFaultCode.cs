namespace Keyline.Identity.Settings;

/// <summary>Why settings were not changed.</summary>
public enum SettingsFaultCode
{
    /// <summary>A session limit is out of bounds, or the idle limit is longer than the absolute one.</summary>
    BadSessionLimit,

    /// <summary>A session limit is for a role that the tenant does not have.</summary>
    UnknownRole,

    /// <summary>The local sign-in mode is none that exists.</summary>
    BadLocalSignIn,

    /// <summary>The clock tolerance is out of bounds.</summary>
    BadClockTolerance,

    /// <summary>An alert address is no e-mail address, or there are too many.</summary>
    BadAlertAddress,

    /// <summary>Only the operator's staff may change a switch that begins with Insecure.</summary>
    OperatorOnly,

    /// <summary>Nobody may sign in locally any more, and no break-glass account was tested in the last 90 days (I8).</summary>
    NoTestedBreakGlass,

    /// <summary>Somebody else changed the same at the same time.</summary>
    Conflict,
}
