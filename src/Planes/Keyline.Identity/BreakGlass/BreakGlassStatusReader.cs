using Keyline.Identity.Authenticators;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.People;

namespace Keyline.Identity.BreakGlass;

/// <summary>Answers how a tenant's break-glass accounts stand: for the console, the doctor and the metrics.</summary>
public sealed class BreakGlassStatusReader(
    IPersonStore people, IBreakGlassStore store, IPasswordStore passwords, FactorReader factors, TimeProvider time)
{
    public async Task<IReadOnlyList<BreakGlassStatus>> ReadAsync(TenantId tenantId, CancellationToken ct)
    {
        var all = new List<BreakGlassStatus>();
        foreach (var person in await people.ListBreakGlassAsync(tenantId, ct))
        {
            if (await store.FindAsync(tenantId, person.Id, ct) is { } account)
            {
                var password = await passwords.FindAsync(tenantId, person.Id, ct);
                all.Add(new BreakGlassStatus
                {
                    Person = person,
                    Account = account,
                    HasPassword = password is not null,
                    Factors = await factors.ReadAsync(tenantId, person.Id, ct),
                    RotationDueSince = password?.RotationDueSince,
                    DrillOverdue = account.DrillDueAt <= time.GetUtcNow(),
                });
            }
        }

        return all;
    }
}
