using Keyline.Identity.Access;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Identity.Changes;

/// <summary>Who changes something, at which tenant, and what they hold themselves. Only a session, the command line, a set-up
/// link or Keyline itself can be one.</summary>
public sealed class Actor
{
    private readonly PersonAccess? _access;
    private readonly bool _everything;

    private Actor(Tenant tenant, AuditParty party, ClientDescription client, PersonAccess? access, bool everything, bool isOperator)
    {
        Tenant = tenant;
        Party = party;
        Client = client;
        _access = access;
        _everything = everything;
        IsOperator = isOperator;
    }

    /// <summary>The tenant that is changed.</summary>
    public Tenant Tenant { get; }

    public AuditParty Party { get; }

    public ClientDescription Client { get; }

    /// <summary>The person, when it is one of this tenant.</summary>
    public PersonId? PersonId => _access?.Person.Id;

    /// <summary>Whether they may do what only the operator's staff may.</summary>
    public bool IsOperator { get; }

    /// <summary>A signed-in person, at their own tenant.</summary>
    public static Actor Of(SignedIn signedIn, ClientDescription client) => new(
        signedIn.Tenant, signedIn.Party, client, signedIn.Access, everything: false,
        signedIn.Tenant.IsOperator && signedIn.Access.Has(Permissions.TenantsManage));

    /// <summary>Somebody with the database and the master key at hand.</summary>
    public static Actor CommandLine(Tenant tenant, string user) =>
        new(tenant, AuditParty.CommandLine(user), ClientDescription.None, null, everything: true, isOperator: true);

    /// <summary>Keyline itself, by its schedule.</summary>
    public static Actor Keyline(Tenant tenant) =>
        new(tenant, AuditParty.System, ClientDescription.None, null, everything: true, isOperator: true);

    /// <summary>The same actor at another tenant, where the operator's staff may do everything; null for anybody else.</summary>
    public Actor? At(Tenant other) => other.Id == Tenant.Id ? this
        : IsOperator ? new Actor(other, Party, Client, null, everything: true, isOperator: true)
        : null;

    /// <summary>Whether they hold a permission: in the whole tenant, or, where a site is named, at that site.</summary>
    public bool Has(string permission, SiteId? site = null) => _everything
        || (_access is { } access && (site is { } at ? access.Has(permission, at) : access.Has(permission)));

    /// <summary>Somebody of the customer's IT staff with a set-up link, and nothing else.</summary>
    internal static Actor WithSetupLink(Tenant tenant, AuditParty party, ClientDescription client) =>
        new(tenant, party, client, null, everything: false, isOperator: false);
}
