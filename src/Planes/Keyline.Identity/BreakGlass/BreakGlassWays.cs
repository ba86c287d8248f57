using Keyline.Identity.People;
using Keyline.Identity.Roles.Protection;

namespace Keyline.Identity.BreakGlass;

/// <summary>I8: only an account with its password and a second factor is a way in.</summary>
public sealed class BreakGlassWays(BreakGlassStatusReader reader) : IBreakGlassWays
{
    public async Task<bool> AnyAsync(TenantId tenantId, PersonId? except, CancellationToken ct) =>
        (await reader.ReadAsync(tenantId, ct)).Any(status => status.IsUsable && status.Person.Id != except);
}
