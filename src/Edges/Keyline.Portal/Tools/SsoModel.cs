using Keyline.Identity.Clock;
using Keyline.Identity.Federation;
using Keyline.Tenancy;

namespace Keyline.Portal.Tools;

/// <summary>How single sign-on stands at a tenant, and its settings.</summary>
public sealed record SsoModel
{
    public required Tenant Tenant { get; init; }

    public required IReadOnlyList<Connection> Connections { get; init; }

    public required int VerifiedDomains { get; init; }

    public required ClockState Clocks { get; init; }

    public required SettingsForm Form { get; init; }

    public bool MayChange { get; init; }
}
