namespace Keyline.Identity.Federation;

/// <summary>Identifies a connection to an IdP.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct ConnectionId(Guid Value) : IId<ConnectionId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static ConnectionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ConnectionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
