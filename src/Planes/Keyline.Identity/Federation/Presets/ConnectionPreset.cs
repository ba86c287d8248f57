namespace Keyline.Identity.Federation.Presets;

/// <summary>What is known of one IdP before anything is set up: what to fill in here, what to paste there, what to watch out for.</summary>
public sealed record ConnectionPreset
{
    /// <summary>Its name in addresses.</summary>
    public required string Key { get; init; }

    public required Preset Preset { get; init; }

    /// <summary>The IdP and the protocol, for people.</summary>
    public required string Name { get; init; }

    /// <summary>When to choose it, in a sentence.</summary>
    public required string Summary { get; init; }

    public required AttributeMap Attributes { get; init; }

    /// <summary>The settings to begin with, without anything of the one IdP.</summary>
    public required ConnectionSettings Settings { get; init; }

    /// <summary>What to do at the IdP, in order.</summary>
    public required IReadOnlyList<PresetStep> Steps { get; init; }

    /// <summary>What to bring back from there.</summary>
    public required string BringBack { get; init; }

    /// <summary>What this IdP is known to do otherwise than one expects.</summary>
    public required IReadOnlyList<string> WatchOuts { get; init; }

    /// <summary>An issuer to begin with, where it can be guessed.</summary>
    public string? IssuerExample { get; init; }

    public ConnectionKind Kind => Settings.Kind;
}
