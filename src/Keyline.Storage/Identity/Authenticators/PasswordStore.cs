using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.People;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity.Authenticators;

/// <summary>People's passwords.</summary>
internal sealed class PasswordStore(IdentityContext db, IDbContextFactory<IdentityContext> contexts) : IPasswordStore
{
    private IQueryable<PasswordCredential> Passwords => db.Set<PasswordCredential>().AsNoTracking();

    public Task<PasswordCredential?> FindAsync(TenantId tenantId, PersonId personId, CancellationToken ct) =>
        Passwords.FirstOrDefaultAsync(password => password.TenantId == tenantId && password.PersonId == personId, ct);

    public async Task SaveAsync(PasswordCredential credential, CancellationToken ct)
    {
        if (await Passwords.AnyAsync(password => password.PersonId == credential.PersonId, ct))
        {
            db.Replace(credential);
        }
        else
        {
            db.Add(credential);
        }
    }

    public async Task<bool> TryRehashAsync(PasswordCredential read, string newHash, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        return await own.Set<PasswordCredential>().Where(password => password.PersonId == read.PersonId && password.Hash == read.Hash)
            .ExecuteUpdateAsync(set => set.SetProperty(password => password.Hash, newHash), ct) == 1;
    }

    public async Task RemoveAsync(TenantId tenantId, PersonId personId, CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        await Passwords.Where(password => password.TenantId == tenantId && password.PersonId == personId).ExecuteDeleteAsync(ct);
    }
}
