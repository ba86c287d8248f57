using Keyline.Identity.Changes;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.SignIn;
using Keyline.Tenancy;

namespace Keyline.Identity.Federation.Saml;

/// <summary>Reads the metadata of all IdPs again when it is due, once among all nodes.</summary>
public sealed class RefreshSamlMetadata(
    IConnectionStore connections, ITenantStore tenants, ITransactionStore once, ReadSamlMetadata reader, TimeProvider time)
{
    /// <summary>How often an IdP's metadata is read.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    private const int PageSize = 100;

    /// <returns>How many were read.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var asked = 0;
        ConnectionId? after = null;
        while (true)
        {
            var page = await connections.ListAllAsync(after, PageSize, ct);
            foreach (var connection in page)
            {
                asked += await RefreshAsync(connection, ct) ? 1 : 0;
            }

            if (page.Count < PageSize)
            {
                return asked;
            }

            after = page[^1].Id;
        }
    }

    private async Task<bool> RefreshAsync(Connection connection, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var turn = now.ToUnixTimeSeconds() / (long)Every.TotalSeconds;
        if (connection.Settings is not SamlConnectionSettings { MetadataUrl: not null } settings || settings.MetadataReadAt > now - Every
            || await tenants.FindAsync(connection.TenantId, ct) is not { IncludesSso: true } tenant
            || !await once.SpendOnceAsync(connection.TenantId, "metadata-turn", $"{connection.Id} {turn}", now + Every, ct))
        {
            return false;
        }

        var right = ConnectionRight.Of(Actor.Keyline(tenant));
        return right.Ok && await reader.RefreshAsync(right.Value, connection.Id, ct) is { Ok: true };
    }
}
