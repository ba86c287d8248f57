namespace Keyline.Identity.Roles;

/// <summary>Identifies a role that was given to one person by hand.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct DirectGrantId(Guid Value) : IId<DirectGrantId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static DirectGrantId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static DirectGrantId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
