using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;

namespace Keyline.Identity.Policy;

/// <summary>How long a session of somebody with certain roles lasts: the shortest of what each role allows.</summary>
public static class SessionLimitRule
{
    private static readonly HashSet<string> _shortByDefault =
        new(StringComparer.Ordinal) { BuiltInRoles.Admin, BuiltInRoles.Operator, BuiltInRoles.Support };

    /// <summary>The limits for these roles in a tenant.</summary>
    public static SessionLimits For(IEnumerable<EffectiveRole> roles, TenantSettings settings)
    {
        var limits = settings.SessionLimits.And(new SessionLimits(SessionLimits.Longest, SessionLimits.Longest));
        foreach (var role in roles)
        {
            if (settings.SessionLimitsByRole.TryGetValue(role.Role.Name, out var chosen))
            {
                limits = limits.And(chosen);
            }
            else if (_shortByDefault.Contains(role.Role.Name))
            {
                limits = limits.And(SessionLimits.Short);
            }
        }

        return limits;
    }
}
