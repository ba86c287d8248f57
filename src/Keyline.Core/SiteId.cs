namespace Keyline;

/// <summary>Identifies a site (a building or branch) of a tenant.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct SiteId(Guid Value)
{
    /// <summary>Makes an id that nobody has.</summary>
    public static SiteId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
