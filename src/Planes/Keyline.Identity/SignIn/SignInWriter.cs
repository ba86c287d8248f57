using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Journal;

namespace Keyline.Identity.SignIn;

/// <summary>Adds what a planned sign-in changes to the work under way, and announces only what differs.</summary>
public sealed class SignInWriter(
    IPersonStore people, IIdentityLinks links, IGroupStore groups, IIdentityJournal journal, TimeProvider time)
{
    public void Write(PlannedSignIn planned)
    {
        var tenantId = planned.Tenant.Id;
        var person = planned.After;
        if (planned.Before is not { } before)
        {
            people.Add(person);
            journal.Announce(new Change(tenantId, ChangeKinds.Person, person.Id.ToString()));
        }
        else
        {
            people.Update(person);
            if (ProfileRule.Differ(before, person))
            {
                journal.Announce(new Change(tenantId, ChangeKinds.Person, person.Id.ToString()));
            }
        }

        if (!planned.IsLinked)
        {
            links.Add(new PersonIdentity
            {
                TenantId = tenantId,
                ConnectionId = planned.SignIn.Connection.Id,
                Subject = planned.SignIn.Subject,
                PersonId = person.Id,
                LinkedAt = time.GetUtcNow(),
            });
        }

        WriteGroups(planned.Groups, tenantId, person.Id);
    }

    private void WriteGroups(GroupPlan plan, TenantId tenantId, PersonId personId)
    {
        foreach (var group in plan.New)
        {
            groups.Add(group);
        }

        foreach (var group in plan.Renamed)
        {
            groups.Update(group);
        }

        foreach (var group in plan.Joined)
        {
            groups.AddMember(tenantId, group.Id, personId, time.GetUtcNow());
        }

        foreach (var group in plan.Left)
        {
            groups.RemoveMember(tenantId, group.Id, personId);
        }

        if (plan.ChangesMembership)
        {
            journal.Announce(new Change(tenantId, ChangeKinds.PersonAccess, personId.ToString()));
        }
    }
}
