using Keyline.Devices.Sites;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.Roles;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Portal.Home;

/// <summary>The portal's first page.</summary>
public static class HomeEndpoint
{
    /// <summary>The page for whoever is signed in; the sign-in's own handler gives it at the tenant's address.</summary>
    public static async Task<IResult> ShowAsync(HttpContext context, CancellationToken ct)
    {
        var who = context.SignedIn();
        var sites = await SiteNames.ReadAsync(context.RequestServices.GetRequiredService<ISiteStore>(), who.Tenant.Id, ct);
        return Page.Of<HomePage>(
            context.Surroundings(), new HomeModel(who.Person, [.. who.Access.Roles.Select(role => sites.Say(role.Role.Name, role.SiteId))]));
    }
}
