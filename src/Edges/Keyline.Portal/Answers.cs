using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal;

/// <summary>Answers that many pages share.</summary>
public static class Answers
{
    /// <summary>There is no such thing in this tenant.</summary>
    /// <summary>The answer to somebody whose rights do not reach as far as what they asked for.</summary>
    public static IResult Forbidden(HttpContext context, string why) => Page.Of<RefusalPage>(
        new RefusalModel
        {
            Title = "You may not do this",
            WhatHappened = Sentence(why),
            WhatToDo = "Ask an administrator who has these rights.",
            TenantName = context.Tenant().Name,
            RetryHref = new TenantPaths(context.Tenant().Slug.Value).Console,
            RetryText = "Back to the console",
        },
        StatusCodes.Status403Forbidden);

    public static IResult NotFound(HttpContext context) => Page.Of<RefusalPage>(new RefusalModel
    {
        Title = "There is nothing here",
        WhatHappened = "What this address names is not there, or not there any more.",
        WhatToDo = "Go back and look at the list again.",
        TenantName = context.Tenant().Name,
        RetryHref = context.Request.Path.Value?.Contains("/console/", StringComparison.Ordinal) == true
            ? new TenantPaths(context.Tenant().Slug.Value).Console
            : new TenantPaths(context.Tenant().Slug.Value).Home,
        RetryText = "Go on from here",
    }, StatusCodes.Status404NotFound);

    /// <summary>Asks before an act that can't simply be undone.</summary>
    public static IResult Confirm(HttpContext context, ConsoleArea area, ConfirmModel model) =>
        Confirm(context.Surroundings(), area, model);

    /// <summary>Asks again, with what was refused.</summary>
    public static IResult Refused(HttpContext context, ConsoleArea area, ConfirmModel model, string detail) =>
        Confirm(context.Surroundings() with { Flash = new Flash(NoticeKind.Error, Sentence(detail)) }, area, model, StatusCodes.Status422UnprocessableEntity);

    /// <summary>A page with a form, with what was refused above it.</summary>
    public static Surroundings With(this Surroundings around, string? refusal) =>
        refusal is null ? around : around with { Flash = new Flash(NoticeKind.Error, Sentence(refusal)) };

    /// <summary>The status of a page that may show a refusal.</summary>
    public static int StatusOf(string? refusal) =>
        refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;

    /// <summary>A fault's detail as a sentence that a person reads.</summary>
    public static string Sentence(string detail) => detail.Length == 0 ? detail
        : char.ToUpperInvariant(detail[0]) + detail[1..] + (detail[^1] is '.' or '!' or '?' ? "" : ".");

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<ConfirmPage> Confirm(
        Surroundings around, ConsoleArea area, ConfirmModel model, int status = StatusCodes.Status200OK) =>
        new(new Dictionary<string, object?> { ["Around"] = around, ["Area"] = area, ["Model"] = model })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
}
