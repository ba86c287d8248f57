namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>Whose password it is to be: an attacker tries those words first.</summary>
/// <param name="TenantName">The tenant's name and slug, whatever belongs to the company.</param>
/// <param name="PersonWords">User name, display name, e-mail address, phone number.</param>
/// <param name="HasSecondFactor">Whether the password is never the only factor.</param>
public sealed record PasswordContext(IReadOnlyList<string> TenantName, IReadOnlyList<string> PersonWords, bool HasSecondFactor);
