namespace Keyline;

/// <summary>Identifies a site (a building or branch) of a tenant.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct SiteId(Guid Value) : IId<SiteId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static SiteId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static SiteId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
