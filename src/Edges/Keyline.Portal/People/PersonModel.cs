using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Settings;
using Keyline.Portal.Roles;

namespace Keyline.Portal.People;

/// <summary>One person, and what whoever looks may do about them.</summary>
public sealed record PersonModel
{
    public required PersonDetails Details { get; init; }

    public required SiteNames Sites { get; init; }

    /// <summary>The tenant's connections, by id.</summary>
    public required IReadOnlyDictionary<ConnectionId, Connection> Connections { get; init; }

    public required LocalSignInMode LocalMode { get; init; }

    public bool MayManage { get; init; }

    public bool MayGrant { get; init; }

    public bool MayEndSessions { get; init; }

    public Person Person => Details.Person;

    public static PersonModel Of(
        SignedIn who, PersonDetails details, SiteNames sites, IReadOnlyList<Connection> connections, LocalSignInMode localMode) => new()
        {
            Details = details,
            Sites = sites,
            Connections = connections.ToDictionary(connection => connection.Id),
            LocalMode = localMode,
            MayManage = who.Access.Has(Permissions.PeopleManage),
            MayGrant = who.Access.Has(Permissions.RolesGrant),
            MayEndSessions = who.Access.Has(Permissions.SessionsEnd),
        };
}
