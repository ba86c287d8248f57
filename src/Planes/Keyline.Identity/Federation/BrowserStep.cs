namespace Keyline.Identity.Federation;

/// <summary>Where the browser goes next.</summary>
public abstract record BrowserStep
{
    private BrowserStep()
    {
    }

    /// <summary>By redirect.</summary>
    public sealed record Redirect(string Address) : BrowserStep;

    /// <summary>By a form that it posts.</summary>
    public sealed record Post(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields) : BrowserStep;
}
