using Keyline.Secrets;

namespace Keyline.OpenId;

/// <summary>What a provider answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as text; it may hold tokens.</param>
/// <param name="ContentType">The content type, or null when there was none.</param>
public sealed record ProviderAnswer(int Status, SecretText Body, string? ContentType = null)
{
    internal bool Success => Status is >= 200 and < 300;

    internal string? MediaType => ContentType?.Split(';')[0].Trim();
}
