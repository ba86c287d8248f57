namespace Keyline.Identity.Clock;

/// <summary>What one time server said.</summary>
/// <param name="Server">Its name or address, as configured.</param>
/// <param name="Offset">The offset it gives, or null when it gives none.</param>
/// <param name="RoundTrip">How long the answer took on the way.</param>
/// <param name="Problem">Why there is no offset.</param>
public sealed record TimeServerReading(string Server, TimeSpan? Offset, TimeSpan RoundTrip, string? Problem);
