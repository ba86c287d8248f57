using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.People;
using Keyline.Journal;
using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.Links;

/// <summary>Makes one-time links. Nobody ever learns or sets another person's password.</summary>
public sealed class IssueLink(ICredentialLinkStore links, IPersonStore people, TotpCheck codes, IIdentityJournal journal, TimeProvider time)
{
    /// <summary>Makes a link for a person, and commits.</summary>
    public async Task<Result<IssuedLink, AccountFault>> RunAsync(
        TenantId tenantId, PersonId personId, CredentialLinkPurpose purpose, CredentialActor actor, CancellationToken ct)
    {
        if (await people.FindAsync(tenantId, personId, ct) is not { } person)
        {
            return new AccountFault(AccountFaultCode.UnknownPerson, "there is no such person in the tenant");
        }

        var issued = await AddAsync(person, purpose, actor, ct);
        await journal.CommitAsync(ct);
        return issued;
    }

    /// <summary>Adds a link to the unit of work; the caller commits.</summary>
    internal async Task<IssuedLink> AddAsync(Person person, CredentialLinkPurpose purpose, CredentialActor actor, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var secret = BearerSecret.New();
        var link = new CredentialLink
        {
            Id = CredentialLinkId.New(),
            TenantId = person.TenantId,
            PersonId = person.Id,
            SecretHash = BearerSecret.Hash(secret),
            Purpose = purpose,
            SealedTotp = purpose == CredentialLinkPurpose.PasswordAndApp ? codes.NewSealedSecret(person.Id) : null,
            ExpiresAt = now + CredentialLink.Lifetime,
        };
        await links.AddAsync(link, ct);
        journal.Record(new AuditEntry
        {
            TenantId = person.TenantId,
            At = now,
            Action = "credential-link.issue",
            Outcome = AuditOutcome.Success,
            Actor = actor.Party,
            Target = SignedIn.PartyOf(person),
            Address = actor.Client.Address,
            Facts = new Dictionary<string, string> { ["purpose"] = purpose.ToString(), ["link"] = link.Id.ToString() },
        });
        return new IssuedLink(link, secret);
    }
}
