namespace Keyline.Identity.SignIn;

/// <summary>Where a request came from.</summary>
/// <param name="Address">The network address.</param>
/// <param name="Client">The browser and system, in a few words.</param>
public sealed record SignInOrigin(string Address, string Client);
