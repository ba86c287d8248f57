using Keyline.Identity.Access;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Roles;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Domains;

/// <summary>The tenant's e-mail domains.</summary>
internal static class DomainsEndpoints
{
    private const string All = "/t/{tenant}/console/domains";
    private const string One = All + "/{id:guid}";

    public static void MapDomains(this IEndpointRouteBuilder routes)
    {
        var manage = AccessRule.Has(Permissions.DomainsManage);
        routes.MapGet(All, ListAsync).WithMetadata(AccessRule.Has(Permissions.ConnectionsRead));
        routes.MapPost(All, ClaimAsync).WithMetadata(manage);
        routes.MapGet(One, ShowAsync).WithMetadata(AccessRule.Has(Permissions.ConnectionsRead));
        routes.MapPost(One + "/verify", VerifyAsync).WithMetadata(manage);
        routes.MapPost(One + "/connection", AssignAsync).WithMetadata(manage);
        routes.MapGet(One + "/remove", AskAsync).WithMetadata(manage);
        routes.MapPost(One + "/remove", RemoveAsync).WithMetadata(manage);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ListQuery query, DomainReader reader, CancellationToken ct) =>
        Page.Of<DomainsPage>(context.Surroundings(), await reader.ListAsync(context, query, ct));

    private static async Task<IResult> ClaimAsync(HttpContext context, PostedForm form, ClaimDomain claim, DomainReader reader, CancellationToken ct)
    {
        var claimed = await claim.ClaimAsync(context.Actor(), form.Text("name"), ct);
        if (claimed.Ok)
        {
            context.Flash(FlashCode.Added);
            return TypedResults.LocalRedirect(PathOf(context, claimed.Value.Id.Value));
        }

        var model = await reader.ListAsync(context, new ListQuery("", null), ct) with { Typed = form.Text("name") };
        return Page.Of<DomainsPage>(context.Surroundings().With(claimed.Fault.Detail), model, Answers.StatusOf(claimed.Fault.Detail));
    }

    private static Task<IResult> ShowAsync(HttpContext context, Guid id, DomainReader reader, CancellationToken ct) =>
        PageAsync(context, id, reader, null, ct);

    private static async Task<IResult> VerifyAsync(HttpContext context, Guid id, VerifyDomain verify, DomainReader reader, CancellationToken ct)
    {
        var verified = await verify.VerifyAsync(context.Actor(), new DomainId(id), ct);
        return verified.Ok ? Back(context, id, FlashCode.DomainVerified) : await PageAsync(context, id, reader, verified.Fault, ct);
    }

    private static async Task<IResult> AssignAsync(
        HttpContext context, Guid id, PostedForm form, AssignDomain assign, DomainReader reader, CancellationToken ct)
    {
        ConnectionId? connection = form.Text("connection").Length == 0 ? null : new ConnectionId(form.Id("connection") ?? Guid.Empty);
        var assigned = await assign.AssignAsync(context.Actor(), new DomainId(id), connection, ct);
        return assigned.Ok ? Back(context, id, FlashCode.Saved) : await PageAsync(context, id, reader, assigned.Fault, ct);
    }

    private static async Task<IResult> AskAsync(HttpContext context, Guid id, IDomainStore domains, CancellationToken ct) =>
        await domains.FindAsync(context.Tenant().Id, new DomainId(id), ct) is { } domain
            ? Answers.Confirm(context, ConsoleArea.Domains, Removal(context, domain))
            : Answers.NotFound(context);

    private static async Task<IResult> RemoveAsync(HttpContext context, Guid id, IDomainStore domains, RemoveDomain remove, CancellationToken ct)
    {
        if (await domains.FindAsync(context.Tenant().Id, new DomainId(id), ct) is not { } domain)
        {
            return Answers.NotFound(context);
        }

        var done = await remove.RemoveAsync(context.Actor(), domain.Id, ct);
        return done.Ok ? Back(context, null, FlashCode.Removed) : Answers.Refused(context, ConsoleArea.Domains, Removal(context, domain), done.Fault.Detail);
    }

    private static ConfirmModel Removal(HttpContext context, Domain domain) => new()
    {
        Title = $"Give up {domain.Name}",
        Question = $"Give up the domain {domain.Name}?",
        Consequences =
        [
            "Its people are not found by their e-mail address any more; they open your tenant's own address.",
            "Another tenant could claim it, if it proves that it is theirs.",
            "To have it back you claim it again, with a new record.",
        ],
        Verb = "Give it up",
        Action = PathOf(context, domain.Id.Value, "/remove"),
        CancelHref = PathOf(context, domain.Id.Value),
    };

    private static async Task<IResult> PageAsync(HttpContext context, Guid id, DomainReader reader, DomainFault? fault, CancellationToken ct) =>
        await reader.FindAsync(context, id, ct) is { } model
            ? Page.Of<DomainPage>(context.Surroundings().With(fault?.Detail), model, Answers.StatusOf(fault?.Detail))
            : Answers.NotFound(context);

    private static string PathOf(HttpContext context, Guid? id, string more = "") =>
        new TenantPaths(context.Tenant().Slug.Value).InConsole(id is { } one ? $"domains/{one}{more}" : "domains");

    private static Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult Back(HttpContext context, Guid? id, FlashCode code)
    {
        context.Flash(code);
        return TypedResults.LocalRedirect(PathOf(context, id));
    }
}
