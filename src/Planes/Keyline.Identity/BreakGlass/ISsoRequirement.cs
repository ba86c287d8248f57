namespace Keyline.Identity.BreakGlass;

/// <summary>I8: says whether everybody but break-glass accounts may be made to use single sign-on.</summary>
public interface ISsoRequirement
{
    /// <summary>Not before an account that works without an IdP was tested.</summary>
    Task<Result<Unit, BreakGlassFault>> MayRequireSsoAsync(TenantId tenantId, CancellationToken ct);
}
