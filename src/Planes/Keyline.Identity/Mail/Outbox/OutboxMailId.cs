namespace Keyline.Identity.Mail.Outbox;

/// <summary>Identifies a mail that waits to be sent.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct OutboxMailId(Guid Value) : IId<OutboxMailId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static OutboxMailId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static OutboxMailId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
