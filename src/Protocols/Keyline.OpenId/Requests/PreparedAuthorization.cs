namespace Keyline.OpenId.Requests;

/// <summary>An authorization request, ready for the browser.</summary>
/// <param name="Address">Where the browser is sent.</param>
/// <param name="Pending">What is kept until the response.</param>
public sealed record PreparedAuthorization(Uri Address, PendingAuthorization Pending);
