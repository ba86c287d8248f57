namespace Keyline.Portal.Authenticators;

/// <summary>One passkey in the list.</summary>
public sealed record PasskeyLine(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, bool BackedUp);
