namespace Keyline.Identity.BreakGlass.Drills;

/// <summary>Identifies a drill.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct DrillId(Guid Value) : IId<DrillId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static DrillId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static DrillId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
