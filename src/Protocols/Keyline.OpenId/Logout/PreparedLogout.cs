using Keyline.Secrets;

namespace Keyline.OpenId.Logout;

/// <summary>A sign-out at the provider, ready for the browser.</summary>
/// <param name="Address">Where the browser is sent; it may hold the ID token, so it is not logged.</param>
/// <param name="State">What must come back with the browser.</param>
public sealed record PreparedLogout(SecretText Address, SecretText State);
