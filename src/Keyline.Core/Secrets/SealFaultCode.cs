namespace Keyline.Secrets;

/// <summary>The kinds of fault when a sealed secret is opened.</summary>
public enum SealFaultCode
{
    /// <summary>Not a sealed text at all.</summary>
    Malformed,

    /// <summary>Sealed with a master key that is not configured here.</summary>
    UnknownKey,

    /// <summary>Changed, or sealed for another purpose.</summary>
    Changed,
}
