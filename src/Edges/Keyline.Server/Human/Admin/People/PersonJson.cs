using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Server.Human.Admin.Sessions;

namespace Keyline.Server.Human.Admin.People;

/// <summary>A person in a list.</summary>
internal sealed record PersonJson(
    Guid Id, string UserName, string DisplayName, string? Email, string? Phone, string? Extension, PersonState State, PersonKind Kind,
    bool LocalSignIn, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt)
{
    public static PersonJson Of(Person person) => new(
        person.Id.Value, person.UserName, person.DisplayName, person.Email, person.Phone, person.Extension, person.State, person.Kind,
        person.LocalSignIn, person.CreatedAt, person.LastSignInAt);
}

/// <summary>A person with everything that an administrator asks about.</summary>
internal sealed record PersonDetailsJson(
    PersonJson Person, IReadOnlyList<IdentityJson> Identities, IReadOnlyList<GroupJson> Groups, IReadOnlyList<RoleWhyJson> Roles,
    IReadOnlyList<SessionJson> Sessions)
{
    public static PersonDetailsJson Of(PersonDetails details) => new(
        PersonJson.Of(details.Person),
        [.. details.Identities.Select(identity => new IdentityJson(identity.ConnectionId.Value, identity.Subject, identity.LinkedAt))],
        [.. details.Groups.Select(GroupJson.Of)],
        [.. details.Access.Roles.Select(RoleWhyJson.Of)],
        [.. details.Sessions.Select(SessionJson.Of)]);
}

/// <summary>Who a person is at a connection.</summary>
internal sealed record IdentityJson(Guid ConnectionId, string Subject, DateTimeOffset LinkedAt);

/// <summary>A role that a person has, and why.</summary>
internal sealed record RoleWhyJson(string Role, Guid? Site, IReadOnlyList<ReasonJson> Reasons)
{
    public static RoleWhyJson Of(EffectiveRole role) => new(role.Role.Name, role.SiteId?.Value, [.. role.Reasons.Select(ReasonJson.Of)]);
}

/// <summary>One reason for a role.</summary>
internal sealed record ReasonJson(string Kind, string Text, Guid? Group, Guid? Mapping, Guid? Grant, DateTimeOffset? ExpiresAt)
{
    public static ReasonJson Of(RoleReason reason) => reason switch
    {
        RoleReason.ByGroup by => new("group", WhyRoles.Say(reason), by.Group.Id.Value, by.Mapping.Id.Value, null, null),
        RoleReason.ByGrant by => new("grant", WhyRoles.Say(reason), null, null, by.Grant.Id.Value, by.Grant.ExpiresAt),
        RoleReason.ByBreakGlass => new("break-glass", WhyRoles.Say(reason), null, null, null, null),
        _ => new("belonging", WhyRoles.Say(reason), null, null, null, null),
    };
}

/// <summary>Whether a person may sign in locally.</summary>
internal sealed record LocalSignInBody(bool Allowed);

/// <summary>How many sessions ended.</summary>
internal sealed record EndedJson(int Ended);

/// <summary>Somebody new.</summary>
internal sealed record NewPersonBody(string UserName, string DisplayName, string? Email = null, string? Phone = null, string? Extension = null)
{
    public PersonDraft ToDraft() => new() { UserName = UserName, DisplayName = DisplayName, Email = Email, Phone = Phone, Extension = Extension };
}

/// <summary>Where somebody with an account is to sign in.</summary>
internal sealed record InviteBody(Guid ConnectionId);
