namespace Keyline.OpenId.Keys;

/// <summary>What to do with a key set.</summary>
public enum KeySetDecision
{
    /// <summary>Use it as it is.</summary>
    Use,

    /// <summary>Use it, and fetch the next one in the background.</summary>
    UseAndFetch,

    /// <summary>Fetch it before it is used; if that fails, refuse.</summary>
    FetchFirst,

    /// <summary>Refuse the message; it is too early to ask the provider again.</summary>
    Refuse,
}
