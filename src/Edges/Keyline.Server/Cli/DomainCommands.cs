using System.CommandLine;
using System.Globalization;
using Keyline.Identity.Changes;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation;

namespace Keyline.Server.Cli;

/// <summary><c>keyline domain …</c></summary>
internal static class DomainCommands
{
    private static readonly Argument<string> _name = new("domain") { Description = "The part of the e-mail addresses behind the @." };

    public static Command Make() => new("domain", "E-mail domains and their proof.") { Claim(), List(), Verify(), Assign(), Remove() };

    private static Command Claim() => TenantScope.Verb("claim", "Claim a domain, and show the DNS record that proves it.",
        async (parsed, services, actor, ct) =>
        {
            var claimed = await services.GetRequiredService<ClaimDomain>().ClaimAsync(actor, parsed.GetRequiredValue(_name), ct);
            if (!claimed.Ok)
            {
                return Output.Refuse($"Not claimed: {claimed.Fault.Detail}.");
            }

            Console.WriteLine("Add this record at your DNS provider:");
            Console.WriteLine($"  _keyline-challenge.{claimed.Value.Name}.  TXT  \"{claimed.Value.Challenge}\"");
            Console.WriteLine($"Then: keyline domain verify {claimed.Value.Name} -t {actor.Tenant.Slug}");
            return 0;
        }, _name);

    private static Command List() => TenantScope.Verb("list", "Show a tenant's domains.", async (_, services, actor, ct) =>
    {
        var domains = await services.GetRequiredService<IDomainStore>().ListAsync(actor.Tenant.Id, ct);
        var connections = (await services.GetRequiredService<IConnectionStore>().ListAsync(actor.Tenant.Id, ct))
            .ToDictionary(connection => connection.Id, connection => connection.Slug);
        Output.Table(["DOMAIN", "VERIFIED", "CHECKED", "CONNECTION"],
            [.. domains.Select(domain => new[] { domain.Name, Day(domain.VerifiedAt), Day(domain.CheckedAt),
                domain.ConnectionId is { } id && connections.TryGetValue(id, out var slug) ? slug : "-" })],
            "This tenant has claimed no domain. 'keyline domain claim' begins.");
        return 0;
    });

    private static Command Verify() => TenantScope.Verb("verify", "Look for the proof now.", (parsed, services, actor, ct) =>
        WithDomainAsync(parsed, services, actor, async domain =>
        {
            var verified = await services.GetRequiredService<VerifyDomain>().VerifyAsync(actor, domain.Id, ct);
            if (!verified.Ok)
            {
                return Output.Refuse($"Not verified: {verified.Fault.Detail}.");
            }

            Console.WriteLine($"{domain.Name} is verified. It is checked again on schedule; leave the record in place.");
            return 0;
        }, ct), _name);

    private static Command Assign()
    {
        var slug = new Option<string>("--connection") { Description = "The connection's slug; none lets people choose." };
        return TenantScope.Verb("assign", "Say at which connection a domain's people sign in.", (parsed, services, actor, ct) =>
            WithDomainAsync(parsed, services, actor, async domain =>
            {
                Connection? connection = null;
                if (parsed.GetValue(slug) is { } text
                    && (connection = await services.GetRequiredService<IConnectionStore>().FindAsync(actor.Tenant.Id, text, ct)) is null)
                {
                    return Output.Refuse($"There is no connection '{text}'.");
                }

                var assigned = await services.GetRequiredService<AssignDomain>().AssignAsync(actor, domain.Id, connection?.Id, ct);
                return assigned.Ok ? 0 : Output.Refuse($"Not assigned: {assigned.Fault.Detail}.");
            }, ct), _name, slug);
    }

    private static Command Remove() => TenantScope.Verb("remove", "Give a claim up.", (parsed, services, actor, ct) =>
        WithDomainAsync(parsed, services, actor, async domain =>
        {
            var removed = await services.GetRequiredService<RemoveDomain>().RemoveAsync(actor, domain.Id, ct);
            return removed.Ok ? 0 : Output.Refuse($"Not removed: {removed.Fault.Detail}.");
        }, ct), _name);

    private static async Task<int> WithDomainAsync(
        ParseResult parsed, IServiceProvider services, Actor actor, Func<Domain, Task<int>> work, CancellationToken ct)
    {
        var name = DomainName.Parse(parsed.GetRequiredValue(_name));
        return !name.Ok ? Output.Refuse(name.Fault.Detail)
            : await services.GetRequiredService<IDomainStore>().FindAsync(actor.Tenant.Id, name.Value.Value, ct) is { } domain
                ? await work(domain)
                : Output.Refuse($"{actor.Tenant.Slug} has not claimed '{name.Value.Value}'.");
    }

    private static string Day(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-";
}
