using Keyline.Identity.Federation;
using Keyline.Identity.Settings;

namespace Keyline.Identity.Clock;

/// <summary>The clocks that matter to a tenant: this node's own, and each IdP's.</summary>
public sealed class ReadClocks(OwnClock own, ProviderClocks providers, IConnectionStore connections, ISettingsStore settings, TimeProvider time)
{
    public async Task<ClockState> ReadAsync(TenantId tenantId, CancellationToken ct)
    {
        var tolerance = (await settings.GetAsync(tenantId, ct)).ClockTolerance;
        return new ClockState
        {
            Now = time.GetUtcNow(),
            Tolerance = tolerance,
            Own = own.Offset,
            OwnFault = own.Fault,
            Providers =
            [
                .. from connection in await connections.ListAsync(tenantId, ct)
                   let clock = providers.Find(connection.Id)
                   where clock is not null
                   select (connection, clock),
            ],
        };
    }
}
