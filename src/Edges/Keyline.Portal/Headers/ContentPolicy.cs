namespace Keyline.Portal.Headers;

/// <summary>The Content-Security-Policy: everything from our own address, no inline script or style, no frames.</summary>
internal static class ContentPolicy
{
    private const string Base =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    public const string Own = Base + "; form-action 'self'";

    /// <summary>A policy that lets a form go to the given absolute address too.</summary>
    public static string WithFormTo(string destination)
    {
        // Query and fragment are no part of a source, and a ';' or ',' or space would end it.
        if (!Uri.TryCreate(destination, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            throw new ArgumentException($"A form can go to an http or https address, and '{destination}' is none.", nameof(destination));
        }

        var path = address.AbsolutePath.Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
        return $"{Own} {address.GetLeftPart(UriPartial.Authority)}{path}";
    }
}
