namespace Keyline;

/// <summary>Identifies a tenant, for ever.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct TenantId(Guid Value)
{
    /// <summary>Makes an id that nobody has.</summary>
    public static TenantId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
