namespace Keyline.Identity.Groups;

/// <summary>Identifies a group.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct GroupId(Guid Value) : IId<GroupId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static GroupId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static GroupId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
