namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>Port: sign-outs on their way through the apps.</summary>
public interface ILogoutRunStore
{
    void Add(LogoutRun run);

    Task<LogoutRun?> FindAsync(TenantId tenantId, byte[] stateHash, CancellationToken ct);

    void Update(LogoutRun run);

    Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct);
}
