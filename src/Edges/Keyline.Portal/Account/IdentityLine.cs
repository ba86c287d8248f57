namespace Keyline.Portal.Account;

/// <summary>Who the person is at one identity provider.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Subject">The immutable name there.</param>
/// <param name="LinkedAt">Since when it is known.</param>
public sealed record IdentityLine(string Connection, string Subject, DateTimeOffset LinkedAt);
