using Keyline.Identity.BreakGlass.Evidence;

namespace Keyline.Testing.Identity;

/// <summary>Evidence keys in memory.</summary>
public sealed class FakeEvidenceKeys : IEvidenceKeyStore
{
    private readonly List<EvidenceKey> _keys = [];

    public Task<IReadOnlyList<EvidenceKey>> ListAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<EvidenceKey>>([.. _keys.OrderByDescending(key => key.CreatedAt)]);

    public Task<bool> TryAddFirstAsync(EvidenceKey key, CancellationToken ct)
    {
        if (_keys.Count > 0)
        {
            return Task.FromResult(false);
        }

        _keys.Add(key);
        return Task.FromResult(true);
    }
}
