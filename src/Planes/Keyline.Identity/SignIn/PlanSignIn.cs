using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Policy;
using Keyline.Identity.Roles;
using Keyline.Identity.Settings;

namespace Keyline.Identity.SignIn;

/// <summary>Works out what a verified sign-in would change and whether it is allowed. Writes nothing.</summary>
public sealed class PlanSignIn(
    IPersonStore people, IIdentityLinks links, GroupPlanner groups, AccessReader access, ISettingsStore settings, TimeProvider time)
{
    public async Task<PlannedSignIn> PlanAsync(VerifiedSignIn signIn, SignInContext context, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var tenantId = context.Tenant.Id;
        var link = await links.FindAsync(signIn.Connection.Id, signIn.Subject, ct);
        var known = link is null ? null : await people.FindAsync(tenantId, link.PersonId, ct);
        var invited = context is { Purpose: SignInPurpose.Link, Transaction.PersonId: { } invitedId }
            ? await people.FindAsync(tenantId, invitedId, ct)
            : null;
        var person = known ?? invited;
        var inTheWay = await FindInTheWayAsync(signIn.Profile, tenantId, person?.Id, ct);
        var after = person is null
            ? ProfileRule.Create(signIn, tenantId, now)
            : ProfileRule.Update(person, signIn.Profile, takesNames: inTheWay is null && invited is null, now);
        var plan = await groups.PlanAsync(signIn, person, now, ct);
        var resulting = await access.PreviewAsync(context.Tenant, after, plan.After, ct);
        var facts = new SignInFacts
        {
            Tenant = context.Tenant,
            SignIn = signIn,
            Purpose = context.Purpose,
            Known = known,
            Invited = invited,
            InTheWay = inTheWay,
            Roles = resulting.Roles,
            StepUpWasAsked = context.Details.StepUp,
            MustBeAfter = context.Transaction is { ForceAuthentication: true } forced ? forced.CreatedAt : null,
        };
        var policy = new SignInPolicy { Settings = await settings.GetAsync(tenantId, ct) };
        return new PlannedSignIn
        {
            Tenant = context.Tenant,
            SignIn = signIn,
            Purpose = context.Purpose,
            Before = person,
            After = after,
            IsLinked = known is not null,
            Groups = plan,
            Roles = resulting.Roles,
            Decision = SignInDecision.Decide(facts, policy, now),
            Remarks = [.. Remarks(person, inTheWay, plan)],
        };
    }

    private static IEnumerable<string> Remarks(Person? person, Person? inTheWay, GroupPlan groups)
    {
        if (person is not null && inTheWay is not null)
        {
            yield return $"the IdP's user name or address belongs to '{inTheWay.UserName}' and was not taken over";
        }

        if (groups.Ignored > 0)
        {
            yield return $"{groups.Ignored} groups were not taken: at most {GroupPlanner.MaxGroups}, each with a key of at most {Group.MaxKeyLength} characters";
        }
    }

    private async Task<Person?> FindInTheWayAsync(ClaimedProfile profile, TenantId tenantId, PersonId? self, CancellationToken ct)
    {
        foreach (var name in ProfileRule.Names(profile))
        {
            if (await people.FindByLoginAsync(tenantId, name, ct) is { } other && other.Id != self)
            {
                return other;
            }
        }

        return null;
    }
}
