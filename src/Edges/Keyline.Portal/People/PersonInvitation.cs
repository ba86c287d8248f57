using Keyline.Identity.Access;
using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.People;

/// <summary>An administrator's link, by which a person's account takes up an identity (I4).</summary>
internal static class PersonInvitation
{
    private const string Address = "/t/{tenant}/console/people/{id:guid}/invite";

    public static void MapPersonInvitation(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, AskAsync).WithMetadata(AccessRule.Has(Permissions.PeopleManage));
        routes.MapPost(Address, MakeAsync).WithMetadata(AccessRule.Has(Permissions.PeopleManage));
    }

    private static async Task<IResult> AskAsync(HttpContext context, Guid id, IPersonStore people, IConnectionStore connections, CancellationToken ct) =>
        await people.FindAsync(context.Tenant().Id, new PersonId(id), ct) is { } person
            ? Page.Of<InvitationPage>(context.Surroundings(), new InvitationModel(person, await ChoicesAsync(context, connections, ct)))
            : Answers.NotFound(context);

    private static async Task<IResult> MakeAsync(
        HttpContext context, Guid id, PostedForm form, IPersonStore people, IConnectionStore connections, InviteByLink invite, CancellationToken ct)
    {
        var tenant = context.Tenant();
        if (await people.FindAsync(tenant.Id, new PersonId(id), ct) is not { } person)
        {
            return Answers.NotFound(context);
        }

        var made = await invite.InviteAsync(
            Actor.Of(context.SignedIn(), context.Client()), person.Id, new ConnectionId(form.Id("connection") ?? Guid.Empty), ct);
        var model = new InvitationModel(person, await ChoicesAsync(context, connections, ct), made.Value);
        return Page.Of<InvitationPage>(context.Surroundings().With(made.Fault?.Detail), model, Answers.StatusOf(made.Fault?.Detail));
    }

    private static async Task<IReadOnlyList<Choice>> ChoicesAsync(HttpContext context, IConnectionStore connections, CancellationToken ct) =>
        [.. (await connections.ListAsync(context.Tenant().Id, ct)).Select(connection => new Choice(connection.Id.ToString(), connection.Name))];
}
