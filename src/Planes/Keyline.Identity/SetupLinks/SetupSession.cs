using Keyline.Identity.Changes;
using Keyline.Identity.Sessions;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Identity.SetupLinks;

/// <summary>
/// Proof that a live set-up link is in the browser that it belongs to. It is no person's session: nothing but the set-up
/// takes it, and only the check of the link makes one.
/// </summary>
public sealed class SetupSession
{
    internal SetupSession(Tenant tenant, SetupLink link, ClientDescription client)
    {
        Tenant = tenant;
        Link = link;
        Actor = Actor.WithSetupLink(tenant, PartyOf(link), client);
    }

    public Tenant Tenant { get; }

    public SetupLink Link { get; }

    /// <summary>Who changes something with it: the link, with no permission of its own.</summary>
    public Actor Actor { get; }

    internal static AuditParty PartyOf(SetupLink link) => new("setup-link", link.Id.ToString(), link.Label);
}
