using Keyline.Devices.Sites;
using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Account;

/// <summary>"My account": the profile.</summary>
internal static class ProfileEndpoint
{
    public static void MapProfile(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/t/{tenant}/account", ShowAsync).WithMetadata(AccessRule.SignedIn);

    private static async Task<IResult> ShowAsync(
        HttpContext context, ShowPeople people, IConnectionStore connections, ISiteStore sites, CancellationToken ct)
    {
        var me = context.SignedIn();
        if (await people.FindAsync(me.Tenant, me.Person.Id, ct) is not { } details)
        {
            return Answers.NotFound(context);
        }

        var names = (await connections.ListAsync(me.Tenant.Id, ct)).ToDictionary(connection => connection.Id, connection => connection.Name);
        var places = await SiteNames.ReadAsync(sites, me.Tenant.Id, ct);
        return Page.Of<ProfilePage>(context.Surroundings(), new ProfileModel
        {
            Me = details,
            Identities =
            [
                .. details.Identities.Select(identity => new IdentityLine(
                    names.GetValueOrDefault(identity.ConnectionId, "a connection that is gone"), identity.Subject, identity.LinkedAt)),
            ],
            Roles =
            [
                .. details.Access.Roles.Select(role => new RoleLine(
                    role.Role.Name, places.Of(role.SiteId), [.. role.Reasons.Select(AccountWords.Why)])),
            ],
            Session = me.Session,
            Through = me.Session switch
            {
                { ConnectionId: { } id } => names.GetValueOrDefault(id, "a connection that is gone"),
                { Method: SignInMethod.Local or SignInMethod.BreakGlass } => null,
                _ => "Your identity provider",
            },
        });
    }
}
