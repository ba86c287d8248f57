namespace Keyline.Portal.Authenticators;

/// <summary>Setting up an authenticator app.</summary>
public sealed record TotpModel(string Address, string Secret, string? Error);
