namespace Keyline.Identity.Roles;

/// <summary>Identifies a mapping of a group to a role.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct MappingId(Guid Value) : IId<MappingId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static MappingId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static MappingId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
