namespace Keyline.Identity.People;

/// <summary>Identifies a person, for ever.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static PersonId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
