namespace Keyline.Identity.Domains;

/// <summary>Identifies a claimed e-mail domain.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct DomainId(Guid Value) : IId<DomainId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static DomainId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static DomainId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
