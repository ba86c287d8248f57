namespace Keyline;

/// <summary>Identifies a tenant, for ever.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct TenantId(Guid Value) : IId<TenantId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static TenantId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static TenantId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
