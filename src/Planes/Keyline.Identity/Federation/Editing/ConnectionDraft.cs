using Keyline.Secrets;

namespace Keyline.Identity.Federation.Editing;

/// <summary>A connection as an administrator wants it.</summary>
public sealed record ConnectionDraft
{
    public required string Name { get; init; }

    public bool CreatesPeople { get; init; } = true;

    public AttributeMap Attributes { get; init; } = new();

    /// <summary>The settings. Sealed secrets and our own keys in them are ignored: what is kept stays.</summary>
    public required ConnectionSettings Settings { get; init; }

    /// <summary>A new client secret, private key in PEM, or service account's password; null keeps the one there is.</summary>
    public SecretText? NewSecret { get; init; }
}
