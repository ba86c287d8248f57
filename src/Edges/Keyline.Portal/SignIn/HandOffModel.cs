namespace Keyline.Portal.SignIn;

/// <summary>
/// Takes a person to another origin after they posted a form here. A redirect would be held to our form-action policy;
/// a page that moves on by itself is not, and needs no script.
/// </summary>
public sealed record HandOffModel(string Destination, string To, string? TenantName = null);
