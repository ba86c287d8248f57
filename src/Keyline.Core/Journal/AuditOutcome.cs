namespace Keyline.Journal;

/// <summary>How an audited decision or change ended.</summary>
public enum AuditOutcome
{
    /// <summary>Allowed, or done.</summary>
    Success,

    /// <summary>Refused.</summary>
    Denied,

    /// <summary>A stronger or fresher sign-in was asked for.</summary>
    StepUp,
}
