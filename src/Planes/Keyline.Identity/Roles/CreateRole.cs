using Keyline.Identity.Changes;

namespace Keyline.Identity.Roles;

/// <summary>Makes a role of permissions.</summary>
public sealed class CreateRole(IRoleStore store, RoleCatalogue catalogue, ChangeRecorder recorder)
{
    public const int MaxPerTenant = 200;

    private const string Action = "role.create";

    public async Task<Result<CustomRole, RoleFault>> CreateAsync(Actor actor, string name, RoleDraft draft, CancellationToken ct)
    {
        if (name.Length is 0 or > Role.MaxNameLength || name[0] == '-' || name[^1] == '-'
            || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            return new RoleFault(RoleFaultCode.BadName,
                $"expected up to {Role.MaxNameLength} lower-case letters, digits and hyphens, a letter or digit at both ends");
        }

        if (IsReserved(name))
        {
            return new RoleFault(RoleFaultCode.BuiltIn, $"'{name}' comes with Keyline; choose another name");
        }

        var existing = await catalogue.ReadAsync(actor.Tenant, ct);
        if (existing.ContainsKey(name))
        {
            return Exists(name);
        }

        if (existing.Values.Count(role => !role.BuiltIn) >= MaxPerTenant)
        {
            return new RoleFault(RoleFaultCode.TooMany, $"a tenant can have {MaxPerTenant} roles of its own; delete one that is not needed");
        }

        var checkedDraft = await CheckAsync(actor, Action, name, draft, recorder, ct);
        if (!checkedDraft.Ok)
        {
            return checkedDraft.Fault;
        }

        var role = new CustomRole
        {
            TenantId = actor.Tenant.Id,
            Name = name,
            Description = checkedDraft.Value.Description,
            Permissions = checkedDraft.Value.Permissions,
            PerSite = draft.PerSite,
        };
        store.Add(role);
        recorder.Record(actor, Action, RoleCatalogue.PartyOf(name), ("permissions", string.Join(' ', role.Permissions)));
        recorder.Announce(actor, ChangeKinds.Access);
        return await recorder.TryCommitAsync(CancellationToken.None) ? role : Exists(name);
    }

    internal static bool IsReserved(string name) =>
        BuiltInRoles.OfTenants.Concat(BuiltInRoles.OfOperator).Any(role => role.Name == name);

    internal static async Task<Result<RoleDraft, RoleFault>> CheckAsync(
        Actor actor, string action, string name, RoleDraft draft, ChangeRecorder recorder, CancellationToken ct)
    {
        if (!LineText.TryParse(draft.Description, 200, out var description))
        {
            return new RoleFault(RoleFaultCode.BadText, "expected a description of one line, 1 to 200 characters");
        }

        if (GrantLimits.CheckNames(draft.Permissions) is { Ok: false, Fault: var unknown })
        {
            return unknown;
        }

        if (GrantLimits.Check(actor, name, draft.Permissions, null) is { Ok: false, Fault: var beyond })
        {
            await recorder.RefuseAsync(actor, action, RoleCatalogue.PartyOf(name), beyond.Code.ToString(), beyond.Detail, ct);
            return beyond;
        }

        return draft with { Description = description, Permissions = [.. draft.Permissions.Distinct().Order(StringComparer.Ordinal)] };
    }

    private static RoleFault Exists(string name) => new(RoleFaultCode.RoleExists, $"there is a role '{name}' already; change it or choose another name");
}
