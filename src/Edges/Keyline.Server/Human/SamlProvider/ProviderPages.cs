using Keyline.Identity.SamlProvider;
using Keyline.Portal;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;

namespace Keyline.Server.Human.SamlProvider;

/// <summary>What a person sees when the identity provider refuses: a short text, what to do, and a reference.</summary>
internal static class ProviderPages
{
    /// <summary>The one table from refusals to what is shown.</summary>
    public static IResult Refuse(HttpContext context, SamlProviderFault fault, string reference)
    {
        var (status, title, happened, advice) = fault.Code switch
        {
            SamlProviderFaultCode.PlanWithoutSso => (StatusCodes.Status403Forbidden, "Single sign-on is not included",
                "This organisation's plan does not include single sign-on.",
                "Ask your administrator. The plans Connect and Collaborate include it."),
            SamlProviderFaultCode.UnknownApp or SamlProviderFaultCode.AppDisabled => (StatusCodes.Status403Forbidden, "This app is not registered here",
                "The app that sent you is not one that your organisation lets people into.",
                "Give the reference to your administrator, who can register the app."),
            SamlProviderFaultCode.Replayed => (StatusCodes.Status400BadRequest, "This was used before",
                "The app's request came a second time, and each can be used once.", "Go back to the app and start there again."),
            SamlProviderFaultCode.UnknownRequest or SamlProviderFaultCode.WrongBrowser => (StatusCodes.Status400BadRequest, "This sign-in is over",
                "It took too long, was finished already, or began in another browser.", "Go back to the app and start there again."),
            _ => (StatusCodes.Status400BadRequest, "The app's request can't be used",
                "The message that the app sent with you did not pass our checks.",
                "Go back to the app and try once more. If it happens again, give the reference to your administrator."),
        };
        return Page.Of<RefusalPage>(
            new RefusalModel
            {
                Title = title,
                WhatHappened = happened,
                WhatToDo = advice,
                Reference = reference.Length > 0 ? reference : null,
                TenantName = context.Tenant().Name,
            },
            status);
    }
}
