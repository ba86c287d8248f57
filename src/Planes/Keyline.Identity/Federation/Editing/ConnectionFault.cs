namespace Keyline.Identity.Federation.Editing;

/// <summary>Why a connection was not made or changed.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">What was expected, what came, what to do.</param>
public sealed record ConnectionFault(ConnectionFaultCode Code, string Detail)
{
    internal static ConnectionFault NotFound { get; } = new(ConnectionFaultCode.NotFound, "there is no such connection in this tenant");

    internal static ConnectionFault Conflict { get; } =
        new(ConnectionFaultCode.Conflict, "somebody else changed the connection at the same time; look at it again and repeat");
}
