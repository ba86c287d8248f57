namespace Keyline.Identity.Federation.Managing;

/// <summary>Why a connection was not changed.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">What was expected, what came, what to do.</param>
public sealed record ConnectionFault(ConnectionFaultCode Code, string Detail)
{
    /// <summary>The setting that is wrong, by its name in the change; empty when it is none.</summary>
    public string Field { get; init; } = "";

    internal static ConnectionFault NotFound { get; } = new(ConnectionFaultCode.NotFound, "there is no such connection");

    internal static ConnectionFault Conflict { get; } =
        new(ConnectionFaultCode.Conflict, "somebody else changed the connection at the same time; look at it and try again");

    internal static ConnectionFault Invalid(string field, string detail) => new(ConnectionFaultCode.InvalidSetting, detail) { Field = field };

    internal static ConnectionFault WrongKind(Connection connection, ConnectionKind wanted) => new(ConnectionFaultCode.WrongKind,
        $"expected settings of a connection by {connection.Kind}; came those of {wanted}");
}
