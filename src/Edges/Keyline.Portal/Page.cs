using Keyline.Portal.Frame;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Keyline.Portal;

/// <summary>Answers with a page.</summary>
public static class Page
{
    /// <summary>A page that takes a model.</summary>
    public static RazorComponentResult<TPage> Of<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A page of the console or the account, with what surrounds it.</summary>
    public static RazorComponentResult<TPage> Of<TPage>(Surroundings around, object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(new Dictionary<string, object?> { ["Around"] = around, ["Model"] = model })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };
}
