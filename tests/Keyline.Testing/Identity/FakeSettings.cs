using Keyline.Identity.Settings;

namespace Keyline.Testing.Identity;

public sealed class FakeSettings(FakeJournal journal) : ISettingsStore
{
    private readonly Dictionary<TenantId, TenantSettings> _settings = [];

    public void Set(TenantSettings settings) => _settings[settings.TenantId] = settings;

    public Task<TenantSettings> GetAsync(TenantId tenantId, CancellationToken ct) =>
        Task.FromResult(_settings.GetValueOrDefault(tenantId) ?? new TenantSettings { TenantId = tenantId });

    public Task SaveAsync(TenantSettings settings, CancellationToken ct)
    {
        journal.Pend(() => Set(settings));
        return Task.CompletedTask;
    }
}
