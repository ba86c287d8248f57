using Keyline.Identity.Roles.Protection;
using Keyline.Identity.Settings;
using Keyline.Tenancy;

namespace Keyline.Identity.BreakGlass;

/// <summary>I8: no single failure locks everybody out. Says what must not be done to break-glass accounts, and not without them.</summary>
public sealed class BreakGlassGuard(BreakGlassStatusReader statuses, ISettingsStore settings, AdminWays ways) : ISsoRequirement
{
    /// <summary>Whether the settings leave nobody but break-glass accounts a way in without an IdP.</summary>
    public static bool IsSsoRequired(TenantSettings settings) => settings.LocalSignIn == LocalSignInMode.Nobody;

    /// <inheritdoc/>
    public async Task<Result<Unit, BreakGlassFault>> MayRequireSsoAsync(TenantId tenantId, CancellationToken ct) =>
        (await statuses.ReadAsync(tenantId, ct)).Any(status => status.IsTested)
            ? default(Unit)
            : new BreakGlassFault(BreakGlassFaultCode.NoTestedAccount,
                "a break-glass account with a password and a second factor is needed, and a drill with it in the last 90 days; make one and run the drill");

    /// <summary>Why an account can't be removed; null when it can.</summary>
    internal async Task<BreakGlassFault?> FindReasonToKeepAsync(
        Tenant tenant, BreakGlassStatus account, IReadOnlyList<BreakGlassStatus> all, CancellationToken ct)
    {
        var another = all.Any(status => status.IsUsable && status.Person.Id != account.Person.Id);
        if (account.IsUsable && !another && IsSsoRequired(await settings.GetAsync(tenant.Id, ct)))
        {
            return new BreakGlassFault(BreakGlassFaultCode.LastWayIn,
                "it is the last usable break-glass account while everybody else must use single sign-on; make and test another one first");
        }

        return await ways.WouldCloseAsync(tenant, new WayChange.NoPerson(account.Person.Id), ct)
            ? new BreakGlassFault(BreakGlassFaultCode.LastWayIn,
                "no administrator could come in without it; make another break-glass account, or map a group to the admin role, first")
            : null;
    }
}
