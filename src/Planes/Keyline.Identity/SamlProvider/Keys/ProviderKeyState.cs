namespace Keyline.Identity.SamlProvider.Keys;

/// <summary>Where a signing key is in its life.</summary>
public enum ProviderKeyState
{
    /// <summary>It signs.</summary>
    Current,

    /// <summary>It is published, so that apps know it before it signs.</summary>
    Next,
}
