namespace Keyline.Identity.Access;

/// <summary>Marks an endpoint that other sites' pages post to by design (an IdP's answer); it must not act on the session cookie alone.</summary>
/// <param name="Reason">Why; it stands in the endpoint inventory.</param>
public sealed record CrossSitePost(string Reason);
