using Keyline.Identity.Sessions;

namespace Keyline.Identity.Settings;

/// <summary>What a tenant has chosen about signing in.</summary>
public sealed record TenantSettings
{
    public required TenantId TenantId { get; init; }

    public LocalSignInMode LocalSignIn { get; init; } = LocalSignInMode.ChosenPeople;

    /// <summary>Session limits by role; people with several roles get the shortest.</summary>
    public IReadOnlyDictionary<string, SessionLimits> SessionLimitsByRole { get; init; } = new Dictionary<string, SessionLimits>();

    public SessionLimits SessionLimits { get; init; } = SessionLimits.Standard;

    /// <summary>How far an IdP's clock may be off, in seconds; never above 300.</summary>
    public int ClockToleranceSeconds { get; init; } = 60;

    /// <summary>The operator's permission for LDAP without TLS.</summary>
    public bool InsecureAllowClearTextLdap { get; init; }

    /// <summary>The operator's permission for IdP addresses that are private or loopback, or plain HTTP.</summary>
    public bool InsecureAllowPrivateAddresses { get; init; }

    /// <summary>Where alerts go.</summary>
    public IReadOnlyList<string> AlertAddresses { get; init; } = [];

    public TimeSpan ClockTolerance => TimeSpan.FromSeconds(Math.Clamp(ClockToleranceSeconds, 0, 300));
}
