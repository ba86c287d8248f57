using Keyline.Identity.SignIn.Invitations;

namespace Keyline.Testing.Identity;

public sealed class FakeInvitations(FakeJournal journal) : IInvitationStore
{
    public IList<Invitation> All { get; } = [];

    public void Add(Invitation invitation) => journal.Pend(() => All.Add(invitation));

    public Task<Invitation?> FindAsync(TenantId tenantId, byte[] tokenHash, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(invitation => invitation.TenantId == tenantId && invitation.TokenHash.AsSpan().SequenceEqual(tokenHash)));

    public Task<bool> SpendAsync(TenantId tenantId, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var found = All.FirstOrDefault(invitation => invitation.TenantId == tenantId && invitation.Id == id
            && invitation.SpentAt is null && invitation.ExpiresAt > now);
        if (found is not null)
        {
            All[All.IndexOf(found)] = found with { SpentAt = now };
        }

        return Task.FromResult(found is not null);
    }

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult(All.Where(invitation => invitation.ExpiresAt < now).ToList().Count(All.Remove));
}
