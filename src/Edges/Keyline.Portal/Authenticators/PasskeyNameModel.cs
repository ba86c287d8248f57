namespace Keyline.Portal.Authenticators;

/// <summary>The form with which a passkey gets another name.</summary>
public sealed record PasskeyNameModel(string Id, string Name, string? Error);
