using Keyline.Identity.SamlProvider.Logout;
using Keyline.Identity.SamlProvider.Sessions;
using Keyline.Identity.SamlProvider.SignOn;

namespace Keyline.Identity.SamlProvider;

/// <summary>Removes what nobody can use any more.</summary>
public sealed class ProviderHousekeeping(IPendingRequestStore requests, ILogoutRunStore runs, IAppSessionStore sessions, TimeProvider time)
{
    public async Task<int> RemoveExpiredAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await requests.RemoveExpiredAsync(now, ct) + await runs.RemoveExpiredAsync(now, ct) + await sessions.RemoveExpiredAsync(now, ct);
    }
}
