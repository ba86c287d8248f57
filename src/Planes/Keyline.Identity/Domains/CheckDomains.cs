using System.Globalization;
using Keyline.Identity.Alerts;
using Keyline.Identity.Changes;
using Keyline.Tenancy;

namespace Keyline.Identity.Domains;

/// <summary>Checks verified domains again, and lets claims without proof run out. Safe to run on every node.</summary>
public sealed class CheckDomains(
    IDomainStore domains, ITenantStore tenants, ChallengeCheck challenge, DomainRules rules, AlertMail alerts, ChangeRecorder recorder)
{
    private const int PageSize = 100;

    /// <summary>Does what is due.</summary>
    /// <returns>How many domains this node has dealt with.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var done = 0;
        foreach (var domain in await domains.ListDueAsync(recorder.Now - rules.CheckEvery, PageSize, ct))
        {
            if (await tenants.FindAsync(domain.TenantId, ct) is { } tenant && await domains.TakeCheckAsync(domain, recorder.Now, ct))
            {
                await CheckAsync(Actor.Keyline(tenant), domain with { CheckedAt = recorder.Now }, ct);
                done++;
            }
        }

        foreach (var domain in await domains.ListUnprovedAsync(recorder.Now - rules.ClaimLifetime, PageSize, ct))
        {
            if (DomainStatus.Of(domain, rules).Until <= recorder.Now && await tenants.FindAsync(domain.TenantId, ct) is { } tenant)
            {
                var actor = Actor.Keyline(tenant);
                domains.Remove(domain);
                recorder.Record(actor, "domain.expire", ClaimDomain.PartyOf(domain));
                recorder.Announce(actor, ChangeKinds.Domain, domain.Id.ToString());
                done += await recorder.TryCommitAsync(ct) ? 1 : 0;
            }
        }

        return done;
    }

    private async Task CheckAsync(Actor actor, Domain domain, CancellationToken ct)
    {
        var found = await challenge.FindAsync(domain, ct);
        switch (found)
        {
            case { Ok: true } when domain.MissingSince is not null:
                await SaveAsync(actor, domain with { MissingSince = null }, "domain.found-again", "");
                break;
            case { Ok: true } or { Fault.Code: DomainFaultCode.ResolverFailed }:
                // A resolver that does not answer says nothing about the record: no grace period begins, and none ends.
                break;
            case { Fault: { } fault } when domain.MissingSince is not { } since:
                await LoseAsync(actor, domain with { MissingSince = recorder.Now }, "domain.missing", fault.Detail, ct);
                break;
            case { Fault: { } fault } when domain.MissingSince + rules.Grace <= recorder.Now:
                await LoseAsync(actor, domain with { VerifiedAt = null }, "domain.lost", fault.Detail, ct);
                break;
            default:
                break;
        }
    }

    private async Task LoseAsync(Actor actor, Domain domain, string action, string detail, CancellationToken ct)
    {
        var status = DomainStatus.Of(domain, rules);
        var until = status.Until?.ToString("u", CultureInfo.InvariantCulture);
        var (subject, what) = status.State == DomainState.Lost
            ? ($"Keyline: {domain.Name} is no longer verified", "Its people are no longer sent to your sign-in by their e-mail address.")
            : ($"Keyline: the proof for {domain.Name} is missing", $"If it stays away, the domain is lost on {until}.");
        await alerts.AddAsync(actor.Tenant.Id, subject, $"{subject}\n\n{detail}\n\n{what}\nTenant: {actor.Tenant.Name}\n", ct);
        await SaveAsync(actor, domain, action, detail);
    }

    private Task<bool> SaveAsync(Actor actor, Domain domain, string action, string detail)
    {
        domains.Update(domain);
        recorder.Record(actor, action, ClaimDomain.PartyOf(domain), ("detail", detail));
        recorder.Announce(actor, ChangeKinds.Domain, domain.Id.ToString());
        return recorder.TryCommitAsync(CancellationToken.None);
    }
}
