using Keyline.Identity.Clock;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Presets;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.Settings;
using Keyline.Identity.SignIn;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Portal.Connections;

/// <summary>Gathers what the console says of connections.</summary>
internal sealed class ConnectionReader(
    IConnectionStore connections, IAuditLog audit, ProviderClocks clocks, ISettingsStore settings, TimeProvider time)
{
    public async Task<IReadOnlyList<ConnectionRow>> ListAsync(Tenant tenant, CancellationToken ct)
    {
        var rows = new List<ConnectionRow>();
        foreach (var connection in await connections.ListAsync(tenant.Id, ct))
        {
            rows.Add(await ReadAsync(connection, ct));
        }

        return rows;
    }

    public async Task<ConnectionRow> ReadAsync(Connection connection, CancellationToken ct)
    {
        var clock = clocks.Find(connection.Id);
        var tolerance = (await settings.GetAsync(connection.TenantId, ct)).ClockTolerance;
        var last = await audit.SearchAsync(
            new AuditQuery
            {
                TenantId = connection.TenantId,
                PartyId = connection.Id.ToString(),
                Text = SignInRecorder.Action,
                Outcome = AuditOutcome.Success,
                Limit = 1,
            },
            ct);
        return new ConnectionRow
        {
            Connection = connection,
            PresetName = ConnectionPresets.Of(connection).Name,
            Remarks = ConnectionRemarks.Of(connection, clock, tolerance, time.GetUtcNow()),
            LastSignIn = last.Count > 0 ? last[0].At : null,
            Clock = clock,
            ExpiresAt = IdpCertificate.Of((connection.Settings as SamlConnectionSettings)?.Provider) is [var longest, ..] ? longest.NotAfter : null,
        };
    }
}
