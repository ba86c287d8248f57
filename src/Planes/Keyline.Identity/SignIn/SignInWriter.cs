using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Journal;

namespace Keyline.Identity.SignIn;

/// <summary>Adds what a planned sign-in changes to the work under way, and announces only what differs.</summary>
public sealed class SignInWriter(
    IPersonStore people, IIdentityLinks links, IGroupStore groups, IIdentityJournal journal, TimeProvider time)
{
    /// <summary>Adds everything to the work; false when the person was deactivated since it was planned (I7).</summary>
    public async Task<bool> WriteAsync(PlannedSignIn planned, CancellationToken ct)
    {
        if (planned.Before is { } known
            && !await people.MarkSignedInAsync(known.TenantId, known.Id, planned.After.LastSignInAt ?? time.GetUtcNow(), ct))
        {
            return false;
        }

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
        return true;
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
