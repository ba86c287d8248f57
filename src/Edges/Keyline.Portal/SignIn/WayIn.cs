namespace Keyline.Portal.SignIn;

/// <summary>One way to sign in: a connection, or the local sign-in.</summary>
public sealed record WayIn(string Name, string Href, string? Note = null);
