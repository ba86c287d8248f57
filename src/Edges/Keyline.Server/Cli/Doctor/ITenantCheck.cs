using Keyline.Tenancy;

namespace Keyline.Server.Cli.Doctor;

/// <summary>Looks at one matter of one tenant.</summary>
internal interface ITenantCheck
{
    /// <summary>What needs attention; nothing when all is well.</summary>
    Task<IReadOnlyList<Finding>> RunAsync(Tenant tenant, CancellationToken ct);
}
