using System.Net;
using Keyline.Identity.Access;
using Keyline.Identity.Authenticators;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.Changes;
using Keyline.Identity.People;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Identity.BreakGlass;

/// <summary>Creates break-glass accounts. Their holder sets password and authenticator app with a one-time link.</summary>
public sealed class CreateBreakGlass(
    IPersonStore people, IBreakGlassStore store, BreakGlassStatusReader statuses, IssueLink links, IIdentityJournal journal, TimeProvider time)
{
    /// <summary>How many accounts a tenant may have.</summary>
    public const int MaxAccounts = 20;

    /// <summary>
    /// Creates an account for somebody at the console. Whoever holds the link becomes an administrator, so only who may do
    /// everything that an administrator may makes one.
    /// </summary>
    public async Task<Result<CreatedBreakGlass, BreakGlassFault>> RunAsync(
        Actor actor, string userName, string displayName, IReadOnlyList<string> networks, CancellationToken ct) =>
        BreakGlassReach.Missing(actor) is { } missing
            ? new BreakGlassFault(BreakGlassFaultCode.NotAllowed,
                $"a break-glass account may do '{missing}', which you may not; somebody with every right of an administrator can create it")
            : await RunAsync(actor.Tenant, userName, displayName, networks, new CredentialActor(actor.Party, actor.Client, Keep: null), ct);

    /// <summary>Creates an account and answers with the link for its holder.</summary>
    public async Task<Result<CreatedBreakGlass, BreakGlassFault>> RunAsync(
        Tenant tenant, string userName, string displayName, IReadOnlyList<string> networks, CredentialActor actor, CancellationToken ct)
    {
        if ((Check(userName, displayName) ?? CheckNetworks(networks)) is { } fault)
        {
            return fault;
        }

        if ((await statuses.ReadAsync(tenant.Id, ct)).Count >= MaxAccounts)
        {
            return new BreakGlassFault(BreakGlassFaultCode.TooMany, $"at most {MaxAccounts} break-glass accounts; remove one first");
        }

        var now = time.GetUtcNow();
        var person = new Person
        {
            Id = PersonId.New(),
            TenantId = tenant.Id,
            Kind = PersonKind.BreakGlass,
            UserName = userName.Trim(),
            DisplayName = displayName.Trim(),
            LocalSignIn = true,
            CreatedAt = now,
        };
        people.Add(person);
        await store.SaveAsync(
            new BreakGlassAccount { TenantId = tenant.Id, PersonId = person.Id, AllowedNetworks = networks, CreatedAt = now }, ct);
        var link = await links.AddAsync(person, CredentialLinkPurpose.PasswordAndApp, actor, ct);
        journal.Announce(new Change(tenant.Id, ChangeKinds.Person, person.Id.ToString()));
        journal.Record(new AuditEntry
        {
            TenantId = tenant.Id,
            At = now,
            Action = "break-glass.create",
            Outcome = AuditOutcome.Success,
            Actor = actor.Party,
            Target = SignedIn.PartyOf(person),
            Address = actor.Client.Address,
            Facts = new Dictionary<string, string> { ["networks"] = string.Join(' ', networks) },
        });
        return await journal.TryCommitAsync(ct)
            ? new CreatedBreakGlass(person, link)
            : new BreakGlassFault(BreakGlassFaultCode.UserNameTaken, $"somebody of the tenant has the user name '{person.UserName}'");
    }

    internal static BreakGlassFault? CheckNetworks(IReadOnlyList<string> networks)
    {
        if (networks.Count > BreakGlassAccount.MaxNetworks)
        {
            return new BreakGlassFault(BreakGlassFaultCode.BadNetwork, $"at most {BreakGlassAccount.MaxNetworks} networks");
        }

        return networks.FirstOrDefault(text => !IPNetwork.TryParse(text, out _)) is { } wrong
            ? new BreakGlassFault(BreakGlassFaultCode.BadNetwork, $"a network such as 192.0.2.0/24 or 2001:db8::/48 was expected; '{wrong}' came")
            : null;
    }

    private static BreakGlassFault? Check(string userName, string displayName) =>
        LoginName.TryParse(userName, out _) && displayName.Trim().Length is > 0 and <= Person.MaxNameLength && !displayName.Any(char.IsControl)
            ? null
            : new BreakGlassFault(BreakGlassFaultCode.BadUserName,
                $"a user name of 1 to {Person.MaxKeyLength} and a name of 1 to {Person.MaxNameLength} characters were expected, without control characters");
}
