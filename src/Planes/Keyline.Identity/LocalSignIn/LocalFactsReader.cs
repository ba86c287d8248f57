using Keyline.Identity.Authenticators;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.People;
using Keyline.Identity.Settings;

namespace Keyline.Identity.LocalSignIn;

/// <summary>Reads what the decision about a local sign-in depends on. None of it depends on an IdP or a connection (I8).</summary>
public sealed class LocalFactsReader(IPersonStore people, ISettingsStore settings, FactorReader factors, IBreakGlassStore breakGlass,
    TimeProvider time)
{
    public Task<Person?> FindPersonAsync(TenantId tenantId, LoginName login, CancellationToken ct) =>
        people.FindByLoginAsync(tenantId, login.Value, ct);

    public Task<Person?> FindPersonAsync(TenantId tenantId, PersonId id, CancellationToken ct) => people.FindAsync(tenantId, id, ct);

    /// <summary>Reads the facts. For nobody the same questions are asked as for somebody.</summary>
    public async Task<LocalFacts> ReadAsync(
        LocalSignInRequest request, Person? person, bool passwordIsRight, ProvedFactor? proved, CancellationToken ct)
    {
        var tenantId = request.Tenant.Id;
        var id = person?.Id ?? PersonId.New();
        return new LocalFacts
        {
            Person = person,
            PasswordIsRight = passwordIsRight,
            Settings = await settings.GetAsync(tenantId, ct),
            Factors = await factors.ReadAsync(tenantId, id, ct),
            BreakGlass = await breakGlass.FindAsync(tenantId, id, ct),
            Address = request.Address,
            At = time.GetUtcNow(),
            Proved = proved,
        };
    }
}
