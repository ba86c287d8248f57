namespace Keyline.Identity.SetupLinks;

/// <summary>
/// Marks an endpoint of the set-up under <c>/t/{tenant}/setup/{token}</c>. The host looks at the link and the browser first;
/// the handler finds a <see cref="SetupSession"/> or a <see cref="SetupFault"/> among the request's features.
/// </summary>
/// <param name="NeedsSession">Whether the endpoint is refused without a session; a page that begins one is not.</param>
public sealed record SetupEndpoint(bool NeedsSession);
