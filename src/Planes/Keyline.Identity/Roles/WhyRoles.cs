using System.Diagnostics;
using System.Globalization;
using Keyline.Identity.People;
using Keyline.Tenancy;

namespace Keyline.Identity.Roles;

/// <summary>Answers why a person has the roles that they have.</summary>
public sealed class WhyRoles(AccessReader reader)
{
    /// <summary>Every role with every reason, read anew; null when there is no such person.</summary>
    public async Task<IReadOnlyList<EffectiveRole>?> ExplainAsync(Tenant tenant, PersonId personId, CancellationToken ct) =>
        (await reader.ReadAsync(tenant, personId, ct))?.Roles;

    /// <summary>One reason in a sentence.</summary>
    public static string Say(RoleReason reason) => reason switch
    {
        RoleReason.ByGroup by => string.Create(CultureInfo.InvariantCulture,
            $"Is in the group '{by.Group.Name}', which is mapped to the role '{by.Mapping.Role}' since {by.Mapping.CreatedAt:yyyy-MM-dd}."),
        RoleReason.ByGrant by => string.Create(CultureInfo.InvariantCulture,
            $"Was given it by {by.Grant.GrantedBy} on {by.Grant.GrantedAt:yyyy-MM-dd}, until {by.Grant.ExpiresAt:yyyy-MM-dd}: {by.Grant.Reason}"),
        RoleReason.ByBreakGlass => "Is a break-glass account, which is an administrator by its nature.",
        RoleReason.ByBelonging => "Belongs to the tenant: everybody is at least a user.",
        _ => throw new UnreachableException(),
    };
}
