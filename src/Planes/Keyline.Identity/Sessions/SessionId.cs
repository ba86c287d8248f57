namespace Keyline.Identity.Sessions;

/// <summary>Identifies a session; it is not the secret that opens it.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static SessionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static SessionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
