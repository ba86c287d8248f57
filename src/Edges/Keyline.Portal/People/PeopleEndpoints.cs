using Keyline.Devices.Sites;
using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Settings;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.People;

/// <summary>The list of people, and one of them.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/t/{tenant}/console/people", ListAsync).WithMetadata(AccessRule.Has(Permissions.PeopleRead));
        routes.MapGet("/t/{tenant}/console/people/{id:guid}", ShowAsync).WithMetadata(AccessRule.Has(Permissions.PeopleRead));
        routes.MapPersonChanges();
        routes.MapPersonRoles();
        routes.MapPersonInvitation();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ListQuery query, ShowPeople people, CancellationToken ct)
    {
        var around = context.Surroundings();
        PersonId? after = query.After is { } id ? new PersonId(id) : null;
        var found = await people.SearchAsync(context.Tenant().Id, query.Text, after, ListQuery.PageSize + 1, ct);
        var page = found.Take(ListQuery.PageSize).ToList();
        var last = found.Count > page.Count ? page[^1].Id.Value : (Guid?)null;
        return Page.Of<PeoplePage>(around, new PeopleModel(query.Text, page, query.Paging(around.Paths.InConsole("people"), last)));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, Guid id, ShowPeople people, ISiteStore sites, IConnectionStore connections, ISettingsStore settings, CancellationToken ct)
    {
        var tenant = context.Tenant();
        if (await people.FindAsync(tenant, new PersonId(id), ct) is not { } details)
        {
            return Answers.NotFound(context);
        }

        return Page.Of<PersonPage>(context.Surroundings(), PersonModel.Of(
            context.SignedIn(), details, await SiteNames.ReadAsync(sites, tenant.Id, ct), await connections.ListAsync(tenant.Id, ct),
            (await settings.GetAsync(tenant.Id, ct)).LocalSignIn));
    }
}
