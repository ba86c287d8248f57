using System.CommandLine;
using System.Globalization;
using Keyline.Identity.Changes;
using Keyline.Identity.Tenants;
using Keyline.Tenancy;

namespace Keyline.Server.Cli;

/// <summary><c>keyline tenant …</c></summary>
internal static class TenantCommands
{
    private const int PageSize = 200;

    public static Command Make() => new("tenant", "Tenants: the customers of this installation.") { Create(), List(), ChangePlan() };

    private static Command Create()
    {
        var slug = new Argument<string>("slug") { Description = "The tenant's name in addresses, such as acme." };
        var name = new Option<string>("--name") { Description = "The name that people read.", Required = true };
        var plan = PlanOption();
        var command = new Command("create", "Take on a customer.") { slug, name, plan };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async (services, token) =>
        {
            var home = await services.GetRequiredService<EnsureOperator>().EnsureAsync(token);
            var made = await services.GetRequiredService<CreateTenant>().CreateAsync(Actor.CommandLine(home, Environment.UserName),
                parsed.GetRequiredValue(slug), parsed.GetRequiredValue(name), parsed.GetValue(plan), token);
            if (!made.Ok)
            {
                return Output.Refuse($"Not created: {made.Fault.Detail}.");
            }

            Console.WriteLine($"Tenant {made.Value.Slug} is there, with plan {PlanName(made.Value.Plan)}.");
            Console.WriteLine($"Next: a break-glass account, so that somebody can always get in: keyline break-glass create -t {made.Value.Slug}");
            return 0;
        }, ct));
        return command;
    }

    private static Command List()
    {
        var text = new Argument<string>("text") { Description = "Part of a slug or name.", DefaultValueFactory = _ => "" };
        var command = new Command("list", "Show tenants.") { text };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async (services, token) =>
        {
            var store = services.GetRequiredService<ITenantStore>();
            var rows = new List<string[]>();
            TenantId? after = null;
            while (await store.SearchAsync(parsed.GetValue(text) ?? "", after, PageSize, token) is { Count: > 0 } page)
            {
                rows.AddRange(page.Select(tenant => new[]
                {
                    tenant.Slug.Value, tenant.Name, tenant.IsOperator ? "operator" : PlanName(tenant.Plan), tenant.IncludesSso ? "yes" : "no",
                    tenant.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                }));
                after = page[^1].Id;
            }

            Output.Table(["SLUG", "NAME", "PLAN", "SSO", "SINCE"], rows, "There are no tenants. 'keyline tenant create' makes one.");
            return 0;
        }, ct));
        return command;
    }

    private static Command ChangePlan()
    {
        var plan = PlanOption();
        return TenantScope.Verb("plan", "Change what a tenant has bought.", async (parsed, services, actor, ct) =>
        {
            var home = await services.GetRequiredService<EnsureOperator>().EnsureAsync(ct);
            var changed = await services.GetRequiredService<ChangeTenant>().ChangePlanAsync(
                Actor.CommandLine(home, Environment.UserName), actor.Tenant.Id, parsed.GetValue(plan), ct);
            if (!changed.Ok)
            {
                return Output.Refuse($"Not changed: {changed.Fault.Detail}.");
            }

            Console.WriteLine($"Tenant {actor.Tenant.Slug} has plan {PlanName(changed.Value.Plan)} now.");
            return 0;
        }, plan);
    }

    private static Option<Plan> PlanOption() => new("--plan")
    {
        Description = "basic, connect or collaborate; the last two include single sign-on.",
        DefaultValueFactory = _ => Plan.Connect,
    };

    private static string PlanName(Plan plan) => plan.ToString().ToLowerInvariant();
}
