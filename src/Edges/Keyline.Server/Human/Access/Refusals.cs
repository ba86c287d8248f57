using Keyline.Portal;
using Keyline.Portal.SignIn;
using Keyline.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace Keyline.Server.Human.Access;

/// <summary>The gate's refusals: problem details for programs, a page or the sign-in for people.</summary>
internal static class Refusals
{
    public static readonly Refusal NotFound = new(404, "not-found", "There is nothing here",
        "Check the address. What you may not see looks the same as what is not there.");

    public static readonly Refusal NotSignedIn = new(401, "not-signed-in", "You are not signed in", "Sign in and try again.");

    public static readonly Refusal Forbidden = new(403, "forbidden", "You may not do this",
        "Your roles do not include the permission. An administrator of your organisation can map one of your groups to a role that does.");

    public static readonly Refusal CrossSite = new(403, "cross-site", "This request came from another site",
        "Open the page here and send the form from it.");

    public static readonly Refusal FeedTooOld = new(503, "stale-node", "This server has lost touch with its database",
        "Nothing sensitive is done until it is back. Try again in a moment; if it lasts, ask your operator.");

    public static readonly Refusal Failed = new(500, "failed", "Something went wrong on our side",
        "Try again. If it happens again, give the reference to your operator.");

    /// <summary>What routing refused before any endpoint was found.</summary>
    public static Refusal OfRouting(int status) => status == StatusCodes.Status415UnsupportedMediaType
        ? new Refusal(status, "unsupported-media-type", "This is not the kind of body that is expected", "Send JSON with the content type application/json.")
        : new Refusal(StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "This can't be done here", "Check the method; the header Allow says which there are.");

    /// <summary>Answers a request that does not pass.</summary>
    public static async Task WriteAsync(HttpContext context, Refusal refusal)
    {
        if (refusal == NotSignedIn && WantsPage(context) && context.Request.RouteValues["tenant"] is string tenant)
        {
            var wanted = context.Request.Path + context.Request.QueryString;
            context.Response.Redirect($"/t/{tenant}/login?return={Uri.EscapeDataString(wanted)}");
            return;
        }

        context.Response.StatusCode = refusal.Status;
        if (WantsPage(context))
        {
            await Page.Of<RefusalPage>(PageOf(context, refusal), refusal.Status).ExecuteAsync(context);
            return;
        }

        await context.Response.WriteAsJsonAsync(
            new ProblemDetails
            {
                Type = "https://keyline.dev/problems/" + refusal.Type,
                Title = refusal.Title,
                Status = refusal.Status,
                Detail = refusal.Advice,
            },
            options: null, contentType: "application/problem+json", context.RequestAborted);
    }

    private static RefusalModel PageOf(HttpContext context, Refusal refusal)
    {
        var tenant = context.Features.Get<Tenant>();
        return new RefusalModel
        {
            Title = refusal.Title,
            WhatHappened = refusal.Title + ".",
            WhatToDo = refusal.Advice,
            TenantName = tenant?.Name,
            RetryHref = tenant is null ? "/" : $"/t/{tenant.Slug}/",
            RetryText = "Go to the start",
        };
    }

    private static bool WantsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
