using Keyline.Identity.Federation;

namespace Keyline.Identity.SignIn;

/// <summary>Port: which attributes IdPs have sent.</summary>
public interface ISeenAttributeStore
{
    Task<IReadOnlyList<SeenAttribute>> ListAsync(TenantId tenantId, ConnectionId connectionId, CancellationToken ct);

    /// <summary>Adds rows at once; one that is there already stays as it is.</summary>
    Task AddAsync(IReadOnlyList<SeenAttribute> attributes, CancellationToken ct);
}
