using Keyline.Identity.SetupLinks;
using Keyline.Portal.Requests;
using Keyline.Server.Human.Access;

namespace Keyline.Server.Human.Setup;

/// <summary>
/// The gate of the set-up: it looks at the link in the address and at the browser's cookie, for endpoints that are marked.
/// It opens no session of anybody, and a person's session opens nothing here.
/// </summary>
internal sealed class SetupAccess(RequestDelegate next, SetupCookie cookie)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SetupEndpoint>() is not { } endpoint)
        {
            await next(context);
            return;
        }

        var tenant = context.Tenant();
        var opened = await context.RequestServices.GetRequiredService<OpenSetupLink>().ContinueAsync(
            tenant, context.Request.RouteValues["token"] as string ?? "", cookie.Read(context, tenant.Slug), context.Client(), context.RequestAborted);
        if (opened.Ok)
        {
            context.Features.Set(opened.Value);
        }
        else if (endpoint.NeedsSession)
        {
            await Refusals.WriteAsync(context, new Refusal(
                opened.Fault.Code == SetupFaultCode.Unknown ? 404 : 403, "setup-link", "This set-up link does not open here", opened.Fault.Detail));
            return;
        }
        else
        {
            context.Features.Set(opened.Fault);
        }

        // The secret in the address stays with this browser.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        await next(context);
    }
}
