namespace Keyline.OpenId.Keys;

/// <summary>A key of a key set that is not used.</summary>
/// <param name="KeyId">Its <c>kid</c>, or null.</param>
/// <param name="Reason">Why it is not used.</param>
public sealed record IgnoredKey(string? KeyId, string Reason);
