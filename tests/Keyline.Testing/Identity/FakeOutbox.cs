using Keyline.Identity.Mail.Outbox;

namespace Keyline.Testing.Identity;

/// <summary>An outbox in memory.</summary>
public sealed class FakeOutbox : IOutbox
{
    public IList<OutboxMail> All { get; } = [];

    public void Add(OutboxMail mail) => All.Add(mail);

    public Task<IReadOnlyList<OutboxMail>> TakeDueAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<OutboxMail>>([.. All.Where(mail => mail.NextTryAt <= now && mail.GivenUpAt is null).Take(limit)]);

    public Task RemoveAsync(OutboxMailId id, CancellationToken ct)
    {
        All.Remove(All.Single(mail => mail.Id == id));
        return Task.CompletedTask;
    }

    public Task UpdateAsync(OutboxMail mail, CancellationToken ct)
    {
        All[All.IndexOf(All.Single(row => row.Id == mail.Id))] = mail;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OutboxMail>> ListAsync(TenantId tenantId, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<OutboxMail>>([.. All.Where(mail => mail.TenantId == tenantId)]);
}
