using Keyline.Identity.Access;
using Keyline.Identity.Changes;
using Keyline.Identity.People;
using Keyline.Identity.Roles;

namespace Keyline.Identity.Groups;

/// <summary>Puts people into local groups and takes them out. Who is in an IdP's group, the IdP alone says (I5).</summary>
public sealed class ChangeMembers(IGroupStore groups, IPersonStore people, ChangeRecorder recorder)
{
    /// <summary>Puts a person into a group; doing so twice does no harm.</summary>
    public async Task<Result<Unit, RoleFault>> AddAsync(Actor actor, GroupId groupId, PersonId personId, CancellationToken ct)
    {
        var found = await FindAsync(actor, groupId, personId, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var (group, person, isMember) = found.Value;
        if (isMember)
        {
            return new Unit();
        }

        groups.AddMember(actor.Tenant.Id, groupId, personId, recorder.Now);
        return await CommitAsync(actor, "group.join", group, person);
    }

    /// <summary>Takes a person out of a group; doing so twice does no harm.</summary>
    public async Task<Result<Unit, RoleFault>> RemoveAsync(Actor actor, GroupId groupId, PersonId personId, CancellationToken ct)
    {
        var found = await FindAsync(actor, groupId, personId, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var (group, person, isMember) = found.Value;
        if (!isMember)
        {
            return new Unit();
        }

        groups.RemoveMember(actor.Tenant.Id, groupId, personId);
        return await CommitAsync(actor, "group.leave", group, person);
    }

    private async Task<Result<(Group Group, Person Person, bool IsMember), RoleFault>> FindAsync(
        Actor actor, GroupId groupId, PersonId personId, CancellationToken ct)
    {
        if (await groups.FindAsync(actor.Tenant.Id, groupId, ct) is not { } group)
        {
            return new RoleFault(RoleFaultCode.UnknownGroup, "there is no such group");
        }

        if (!group.IsLocal)
        {
            return new RoleFault(RoleFaultCode.NotLocal, $"who is in '{group.Name}' is said by its identity provider; change it there");
        }

        if (await people.FindAsync(actor.Tenant.Id, personId, ct) is not { } person)
        {
            return new RoleFault(RoleFaultCode.UnknownPerson, "there is no such person");
        }

        var theirs = await groups.ListOfPersonAsync(actor.Tenant.Id, personId, ct);
        return (group, person, theirs.Any(one => one.Id == groupId));
    }

    private async Task<Result<Unit, RoleFault>> CommitAsync(Actor actor, string action, Group group, Person person)
    {
        recorder.Record(actor, action, SignedIn.PartyOf(person), ("group", group.Name));
        recorder.Announce(actor, ChangeKinds.PersonAccess, person.Id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? new Unit() : RoleFault.Conflict;
    }
}
