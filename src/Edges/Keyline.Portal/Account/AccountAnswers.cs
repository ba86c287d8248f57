using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Portal.Account;

/// <summary>Answers that pages of "my account" share.</summary>
public static class AccountAnswers
{
    /// <summary>Asks before an act that can't simply be undone.</summary>
    public static RazorComponentResult<AccountConfirmPage> Confirm(HttpContext context, AccountArea area, ConfirmModel model) =>
        new(new Dictionary<string, object?> { ["Around"] = context.Surroundings(), ["Area"] = area, ["Model"] = model })
        {
            PreventStreamingRendering = true,
        };
}
