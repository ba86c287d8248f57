using Keyline.Identity.Changes;
using Keyline.Journal;

namespace Keyline.Identity.Domains;

/// <summary>A tenant says that an e-mail domain is its own; the proof comes after.</summary>
public sealed class ClaimDomain(IDomainStore domains, ChangeRecorder recorder)
{
    public const int MaxPerTenant = 500;

    public Task<Result<Domain, DomainFault>> ClaimAsync(Actor actor, string? text, CancellationToken ct) =>
        ClaimAsync(actor, text, _ => { }, ct);

    /// <summary>Claims, and commits together with it whatever else belongs to the claim.</summary>
    internal async Task<Result<Domain, DomainFault>> ClaimAsync(Actor actor, string? text, Action<Domain> also, CancellationToken ct)
    {
        var name = DomainName.Parse(text);
        if (!name.Ok)
        {
            return name.Fault;
        }

        // Whether another tenant has it is said only to whoever proves that it is theirs: otherwise anybody could ask who is here.
        var mine = await domains.ListAsync(actor.Tenant.Id, ct);
        if (mine.Any(other => other.Name == name.Value.Value))
        {
            return AlreadyClaimed(name.Value);
        }

        if (mine.Count >= MaxPerTenant)
        {
            return new DomainFault(DomainFaultCode.TooMany, $"a tenant can claim {MaxPerTenant} domains; remove one that is not needed");
        }

        var domain = new Domain
        {
            Id = DomainId.New(),
            TenantId = actor.Tenant.Id,
            Name = name.Value.Value,
            Challenge = ChallengeCheck.NewChallenge(),
            ClaimedAt = recorder.Now,
        };
        domains.Add(domain);
        also(domain);
        recorder.Record(actor, "domain.claim", PartyOf(domain));
        recorder.Announce(actor, ChangeKinds.Domain, domain.Id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? domain : AlreadyClaimed(name.Value);
    }

    internal static AuditParty PartyOf(Domain domain) => new("domain", domain.Id.ToString(), domain.Name);

    private static DomainFault AlreadyClaimed(DomainName name) =>
        new(DomainFaultCode.AlreadyClaimed, $"'{name}' is claimed here already; look for it in the list and verify it");
}
