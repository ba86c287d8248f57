namespace Keyline.Identity.Mail.Outbox;

/// <summary>Port: mail that waits to be sent.</summary>
public interface IOutbox
{
    /// <summary>Adds with the next commit.</summary>
    void Add(OutboxMail mail);

    /// <summary>Takes due mails for this node at once: nobody else gets them until the lease is over.</summary>
    Task<IReadOnlyList<OutboxMail>> TakeDueAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken ct);

    /// <summary>Removes a mail that was sent, at once.</summary>
    Task RemoveAsync(OutboxMailId id, CancellationToken ct);

    /// <summary>Keeps the outcome of a try that failed, at once.</summary>
    Task UpdateAsync(OutboxMail mail, CancellationToken ct);

    /// <summary>Mails of a tenant that wait or were given up, the oldest first.</summary>
    Task<IReadOnlyList<OutboxMail>> ListAsync(TenantId tenantId, int limit, CancellationToken ct);
}
