using System.Text.Json.Serialization;
using Keyline.Identity.Roles;
using Keyline.Server.Human.Admin.Shape;

namespace Keyline.Server.Human.Admin.Roles;

/// <summary>A role.</summary>
internal sealed record RoleJson(string Name, string Description, IReadOnlyList<string> Permissions, bool PerSite, bool BuiltIn)
{
    public static RoleJson Of(Role role) => new(role.Name, role.Description, role.Permissions, role.PerSite, role.BuiltIn);

    public static RoleJson Of(CustomRole role) => new(role.Name, role.Description, role.Permissions, role.PerSite, BuiltIn: false);
}

/// <summary>A new role.</summary>
internal sealed record NewRoleBody(string Name, string Description, IReadOnlyList<string> Permissions, bool PerSite) : IJsonOnDeserialized
{
    public void OnDeserialized() => JsonItems.Check(Permissions, "permissions");
}

/// <summary>What a role is to be.</summary>
internal sealed record RoleBody(string Description, IReadOnlyList<string> Permissions, bool PerSite) : IJsonOnDeserialized
{
    public void OnDeserialized() => JsonItems.Check(Permissions, "permissions");
}

/// <summary>A mapping.</summary>
internal sealed record MappingJson(Guid Id, Guid Group, string Role, Guid? Site, DateTimeOffset CreatedAt)
{
    public static MappingJson Of(Mapping mapping) =>
        new(mapping.Id.Value, mapping.GroupId.Value, mapping.Role, mapping.SiteId?.Value, mapping.CreatedAt);
}

/// <summary>A new mapping.</summary>
internal sealed record NewMappingBody(Guid Group, string Role, Guid? Site = null);

/// <summary>A role that somebody has by hand.</summary>
internal sealed record GrantJson(
    Guid Id, Guid Person, string Role, Guid? Site, string Reason, string GrantedBy, DateTimeOffset GrantedAt, DateTimeOffset ExpiresAt)
{
    public static GrantJson Of(DirectGrant grant) => new(
        grant.Id.Value, grant.PersonId.Value, grant.Role, grant.SiteId?.Value, grant.Reason, grant.GrantedBy, grant.GrantedAt, grant.ExpiresAt);
}

/// <summary>A role to be given by hand.</summary>
internal sealed record NewGrantBody(Guid Person, string Role, string Reason, DateTimeOffset ExpiresAt, Guid? Site = null);
