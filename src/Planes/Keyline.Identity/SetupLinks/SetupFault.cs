namespace Keyline.Identity.SetupLinks;

/// <summary>Why a set-up link was not made, or does not open.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">What was expected, what came, what to do.</param>
public sealed record SetupFault(SetupFaultCode Code, string Detail)
{
    internal static SetupFault Unknown { get; } = new(SetupFaultCode.Unknown, "there is no such set-up link; ask for a new one");

    internal static SetupFault Conflict { get; } = new(SetupFaultCode.Conflict, "somebody else changed the link at the same time; look and try again");

    /// <summary>The fault of a link that is over; null when it is not.</summary>
    internal static SetupFault? Of(SetupLinkState state) => state switch
    {
        SetupLinkState.Expired => new SetupFault(SetupFaultCode.Expired, "the time of this set-up link is over; ask whoever sent it for a new one"),
        SetupLinkState.Revoked => new SetupFault(SetupFaultCode.Revoked, "this set-up link was taken back; ask whoever sent it"),
        SetupLinkState.Finished => new SetupFault(SetupFaultCode.Finished, "the set-up is finished, and the link with it; for changes ask for a new one"),
        _ => null,
    };
}
