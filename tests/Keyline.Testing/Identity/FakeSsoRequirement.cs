using Keyline.Identity.BreakGlass;

namespace Keyline.Testing.Identity;

/// <summary>Lets SSO be required, or does not.</summary>
public sealed class FakeSsoRequirement : ISsoRequirement
{
    /// <summary>Why it may not be required; null: it may.</summary>
    public BreakGlassFault? Fault { get; set; }

    public Task<Result<Unit, BreakGlassFault>> MayRequireSsoAsync(TenantId tenantId, CancellationToken ct) =>
        Task.FromResult<Result<Unit, BreakGlassFault>>(Fault is { } fault ? fault : default(Unit));
}
