using Keyline.Identity.Federation;

namespace Keyline.Identity.SignIn.Traces;

/// <summary>Port: the traces of refused and odd sign-ins.</summary>
public interface ITraceStore
{
    void Add(SignInTrace trace);

    Task<SignInTrace?> FindAsync(TenantId tenantId, string reference, CancellationToken ct);

    /// <summary>Traces before an instant, newest first: of one connection, or of the tenant.</summary>
    Task<IReadOnlyList<SignInTrace>> ListAsync(
        TenantId tenantId, ConnectionId? connectionId, DateTimeOffset? before, int limit, CancellationToken ct);

    /// <summary>Removes what is older than an instant.</summary>
    Task<int> RemoveOlderAsync(DateTimeOffset than, CancellationToken ct);
}
