using Keyline.Identity.Access;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Presets;
using Keyline.Identity.SetupLinks;
using Keyline.Portal.Connections;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.SetupLinks;

/// <summary>The pages of a set-up link, for a customer's IT staff.</summary>
internal static class SetupEndpoints
{
    private const string Limit = "anonymous";

    public static void MapSetupPages(this IEndpointRouteBuilder routes)
    {
        var link = routes.MapGroup("/t/{tenant}/setup/{token}").WithMetadata(AccessRule.OwnProof("set-up link")).RequireRateLimiting(Limit);
        link.MapGet("", ShowAsync).WithMetadata(new SetupEndpoint(NeedsSession: false));
        var begun = link.MapGroup("").WithMetadata(new SetupEndpoint(NeedsSession: true));
        begun.MapGet("new", Choose);
        begun.MapGet("new/{preset}", Name);
        begun.MapPost("new/{preset}", CreateAsync);
        begun.MapPost("domain", ClaimAsync);
        begun.MapPost("domain/{id:guid}", VerifyAsync);
        begun.MapPost("done", FinishAsync);
        begun.MapGroup("steps").MapSteps();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, SetupConnection connections, SetupDomain domains, DomainRules rules, CancellationToken ct)
    {
        if (context.Features.Get<SetupSession>() is not null)
        {
            return await HomeAsync(context, connections, domains, rules, null, "", ct);
        }

        var fault = context.Features.Get<SetupFault>();
        return fault?.Code == SetupFaultCode.NotBegun
            ? Page.Of<SetupBeginPage>(new SetupBeginModel(context.Tenant().Name, Home(context)))
            : Page.Of<RefusalPage>(
                new RefusalModel
                {
                    Title = "This set-up link does not open here",
                    WhatHappened = Answers.Sentence(fault?.Detail ?? "there is no such set-up link"),
                    WhatToDo = "Ask whoever sent the link for a new one.",
                    TenantName = context.Tenant().Name,
                    RetryHref = new TenantPaths(context.Tenant().Slug.Value).Home,
                    RetryText = "To the sign-in page",
                },
                fault is null or { Code: SetupFaultCode.Unknown } ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> HomeAsync(
        HttpContext context, SetupConnection connections, SetupDomain domains, DomainRules rules, string? refusal, string typed, CancellationToken ct)
    {
        var session = Session(context);
        return Page.Of<SetupHomePage>(
            new SetupHomeModel
            {
                TenantName = session.Tenant.Name,
                Home = Home(context),
                ExpiresAt = session.Link.ExpiresAt,
                Connection = await connections.FindAsync(session, ct),
                Domains = await domains.ListAsync(session, ct),
                Rules = rules,
                TypedDomain = typed,
                Refusal = refusal,
            },
            Answers.StatusOf(refusal));
    }

    private static RazorComponentResult<PresetsPage> Choose(HttpContext context) => Page.Of<PresetsPage>(new PresetsModel
    {
        TenantName = context.Tenant().Name,
        BackHref = Home(context),
        Cards = PresetsModel.CardsAt(Home(context) + "/new"),
    });

    private static IResult Name(HttpContext context, string preset) => ConnectionPresets.Find(preset) is { } known
        ? NamePage(context, known, $"{context.Tenant().Name} sign-in", null)
        : Answers.NotFound(context);

    private static async Task<IResult> CreateAsync(
        HttpContext context, string preset, PostedForm form, CreateConnection create, CancellationToken ct)
    {
        if (ConnectionPresets.Find(preset) is not { } known)
        {
            return Answers.NotFound(context);
        }

        var made = await create.CreateAsync(Session(context), known.Key, form.Text("name"), ct);
        return made.Ok ? TypedResults.LocalRedirect(Home(context) + "/steps/values") : NamePage(context, known, form.Text("name"), made.Fault);
    }

    private static RazorComponentResult<NewConnectionPage> NamePage(HttpContext context, ConnectionPreset preset, string name, ConnectionFault? fault) => Page.Of<NewConnectionPage>(
        new NewConnectionModel
        {
            TenantName = context.Tenant().Name,
            BackHref = Home(context) + "/new",
            Preset = preset,
            Action = $"{Home(context)}/new/{preset.Key}",
            Name = name,
            Fault = fault,
        },
        Answers.StatusOf(fault?.Detail));

    private static async Task<IResult> ClaimAsync(
        HttpContext context, PostedForm form, SetupConnection connections, SetupDomain domains, DomainRules rules, CancellationToken ct)
    {
        var claimed = await domains.ClaimAsync(Session(context), form.Text("domain"), ct);
        return claimed.Ok
            ? TypedResults.LocalRedirect(Home(context))
            : await HomeAsync(context, connections, domains, rules, claimed.Fault.Detail, form.Text("domain"), ct);
    }

    private static async Task<IResult> VerifyAsync(
        HttpContext context, Guid id, SetupConnection connections, SetupDomain domains, DomainRules rules, CancellationToken ct)
    {
        var verified = await domains.VerifyAsync(Session(context), new DomainId(id), ct);
        return verified.Ok
            ? TypedResults.LocalRedirect(Home(context))
            : await HomeAsync(context, connections, domains, rules, verified.Fault.Detail, "", ct);
    }

    private static async Task<IResult> FinishAsync(
        HttpContext context, FinishSetup finish, SetupConnection connections, SetupDomain domains, DomainRules rules, CancellationToken ct)
    {
        var finished = await finish.FinishAsync(Session(context), ct);
        return finished.Ok
            ? Page.Of<SetupDonePage>(new SetupBeginModel(context.Tenant().Name, new TenantPaths(context.Tenant().Slug.Value).Home))
            : await HomeAsync(context, connections, domains, rules, finished.Fault.Detail, "", ct);
    }

    private static string Home(HttpContext context) => $"/t/{context.Tenant().Slug}/setup/{context.Request.RouteValues["token"]}";

    private static SetupSession Session(HttpContext context) => context.Features.Get<SetupSession>()
        ?? throw new InvalidOperationException("This endpoint is not marked as one of the set-up.");
}
