namespace Keyline.Checks;

/// <summary>How a check went.</summary>
public enum CheckVerdict
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>Accepted, but someone should look at it.</summary>
    Warned,

    /// <summary>Refused because of this.</summary>
    Failed,

    /// <summary>Not looked at: an earlier check failed, or there was nothing to look at.</summary>
    Skipped,
}
