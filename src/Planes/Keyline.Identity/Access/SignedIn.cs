using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Identity.Access;

/// <summary>Who is calling, proved by a live session: only the session check makes one.</summary>
public sealed class SignedIn
{
    internal SignedIn(Tenant tenant, LiveSession session, PersonAccess access)
    {
        Tenant = tenant;
        Session = session;
        Access = access;
    }

    public Tenant Tenant { get; }

    public LiveSession Session { get; }

    public PersonAccess Access { get; }

    public Person Person => Access.Person;

    /// <summary>How the audit log names them.</summary>
    public AuditParty Party => PartyOf(Person);

    /// <summary>Whether a rule lets them pass.</summary>
    public bool Satisfies(AccessRule rule) => rule switch
    {
        AccessRule.Session or AccessRule.Nobody or AccessRule.Proof => true,
        AccessRule.Permission permission => Access.Has(permission.Name),
        _ => false,
    };

    /// <summary>How the audit log names a person.</summary>
    public static AuditParty PartyOf(Person person) =>
        new(person.Kind == PersonKind.BreakGlass ? "break-glass" : "person", person.Id.ToString(), person.DisplayName);
}
