using System.Diagnostics;
using System.Text.Json;
using Keyline.Identity.Federation;
using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Traces;
using Keyline.Portal;
using Keyline.Portal.Headers;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;
using Keyline.Server.Human.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Server.Human.SignIn;

/// <summary>Maps how a sign-in begins and ends to what a browser gets.</summary>
internal sealed class SignInAnswers(SessionCookie session, BrowserCookie browser, TimeProvider time)
{
    /// <summary>The answer to a request that began a sign-in. After a form of ours, another origin is reached by the hand-off page.</summary>
    public IResult Begin(HttpContext context, SignInBeginning beginning)
    {
        switch (beginning)
        {
            case SignInBeginning.AtProvider go:
                browser.Write(context, go.Start.Browser);
                return Step(context, go.Start.Step);
            case SignInBeginning.AskPassword ask:
                browser.Write(context, ask.Started.Browser);
                return TypedResults.LocalRedirect(
                    $"/t/{ask.Wanted.Tenant.Slug}/ldap/{ask.Wanted.Connection.Slug}?state={ask.Started.State.Reveal()}"
                    + (ask.Wanted.LoginHint is { } hint ? $"&hint={Uri.EscapeDataString(hint)}" : ""));
            case SignInBeginning.Refused refused:
                return Refuse(context, refused.Outcome);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The answer to the request that finished a sign-in.</summary>
    public IResult Finish(HttpContext context, SignInOutcome outcome)
    {
        switch (outcome)
        {
            case SignInOutcome.SignedIn done:
                session.Write(context, context.Tenant().Slug, done.Secret);
                return TypedResults.LocalRedirect(done.ReturnPath);
            case SignInOutcome.Tested tested:
                return TypedResults.LocalRedirect($"/t/{context.Tenant().Slug}/test-result/{tested.ResultId}");
            case SignInOutcome.StepUpNeeded step:
                return TypedResults.LocalRedirect(
                    $"/t/{context.Tenant().Slug}/login?connection={step.ConnectionSlug}&level={step.Needed.ToString().ToLowerInvariant()}"
                    + $"&return={Uri.EscapeDataString(step.ReturnPath)}");
            case SignInOutcome.Refused refused:
                return Refuse(context, refused);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Takes the browser to another server.</summary>
    public static IResult Step(HttpContext context, BrowserStep step)
    {
        switch (step)
        {
            case BrowserStep.Redirect redirect when HttpMethods.IsGet(context.Request.Method):
                return TypedResults.Redirect(redirect.Address);
            case BrowserStep.Redirect redirect:
                return Page.Of<HandOffPage>(new HandOffModel(redirect.Address, HostOf(redirect.Address)));
            case BrowserStep.Post post:
                context.AllowFormTo(post.Address);
                return Page.Of<PostOnPage>(new PostOnModel { Destination = post.Address, Values = post.Fields, To = HostOf(post.Address) });
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Posts a form that came across sites once more, from here, so that the browser's cookie comes with it.</summary>
    public static RazorComponentResult<PostOnPage> PostAgain(HttpContext context, IEnumerable<KeyValuePair<string, string>> fields) =>
        Page.Of<PostOnPage>(new PostOnModel
        {
            Destination = context.Request.Path,
            Values = [.. fields, new(FormFields.Again, "1")],
            To = "Keyline",
            TenantName = context.Tenant().Name,
        });

    private static string HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : address;

    public static int StatusOf(SignInOutcome.Refused refused) => StatusOf(refused.Fault.Code);

    private static int StatusOf(SignInFaultCode code) => code switch
    {
        SignInFaultCode.UnknownConnection => StatusCodes.Status404NotFound,
        SignInFaultCode.Throttled => StatusCodes.Status429TooManyRequests,
        SignInFaultCode.ProviderUnreachable => StatusCodes.Status502BadGateway,
        SignInFaultCode.Conflict => StatusCodes.Status409Conflict,
        SignInFaultCode.PlanWithoutSso or SignInFaultCode.ConnectionDisabled or SignInFaultCode.WrongTenantClaim
            or SignInFaultCode.PersonUnknown or SignInFaultCode.PersonDeactivated or SignInFaultCode.BreakGlassAccount
            or SignInFaultCode.AccountExists or SignInFaultCode.LinkedToAnother or SignInFaultCode.InvitationInvalid
            or SignInFaultCode.AssuranceTooLow or SignInFaultCode.AuthenticationTooOld => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    };

    private IResult Refuse(HttpContext context, SignInOutcome.Refused refused)
    {
        var advice = Advice.For(refused.Fault.Code);
        var status = StatusOf(refused.Fault.Code);
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            return TypedResults.Problem(
                advice.Person, statusCode: status, title: advice.Title,
                type: "https://keyline.dev/problems/sign-in-" + JsonNamingPolicy.KebabCaseLower.ConvertName(refused.Fault.Code.ToString()),
                extensions: new Dictionary<string, object?> { ["reference"] = refused.Reference });
        }

        return Page.Of<RefusalPage>(
            new RefusalModel
            {
                Title = advice.Title,
                WhatHappened = "You are not signed in.",
                WhatToDo = advice.Person,
                Reference = refused.Reference,
                At = time.GetUtcNow(),
                TenantName = context.Tenant().Name,
                RetryHref = $"/t/{context.Tenant().Slug}/",
            },
            status);
    }
}
