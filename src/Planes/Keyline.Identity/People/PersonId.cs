namespace Keyline.Identity.People;

/// <summary>Identifies a person, for ever.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct PersonId(Guid Value) : IId<PersonId>, IComparable<PersonId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static PersonId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(PersonId left, PersonId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(PersonId left, PersonId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(PersonId left, PersonId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(PersonId left, PersonId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(PersonId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
