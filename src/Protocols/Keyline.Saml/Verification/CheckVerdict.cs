namespace Keyline.Saml.Verification;

/// <summary>How a check ended.</summary>
public enum CheckVerdict
{
    /// <summary>What came was what was expected.</summary>
    Passed,

    /// <summary>It was not; the response is refused for it.</summary>
    Failed,

    /// <summary>There was nothing to check, and there need not be.</summary>
    NotNeeded,

    /// <summary>An earlier check failed.</summary>
    NotReached,
}
