namespace Keyline.Identity.Clock;

/// <summary>The kinds of failed measurements.</summary>
public enum ClockFaultCode
{
    /// <summary>No time server is configured.</summary>
    NotConfigured,

    /// <summary>No server gave a usable answer.</summary>
    NoAnswer,

    /// <summary>The servers contradict each other by more than the configured spread.</summary>
    ServersDisagree,
}
