namespace Keyline.Checks;

/// <summary>How one check of a message from an identity provider ended.</summary>
public enum CheckVerdict
{
    /// <summary>What came is what was expected.</summary>
    Passed,

    /// <summary>What came is not what was expected: the message is refused.</summary>
    Failed,

    /// <summary>The message and the settings gave no cause to check.</summary>
    NotNeeded,

    /// <summary>Accepted, but somebody should look at it before it becomes a refusal.</summary>
    Warning,
}
