using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.Roles.Protection;

namespace Keyline.Identity.Federation.Managing;

/// <summary>Switches a connection on and off.</summary>
public sealed class EnableConnection(ConnectionWork work, AdminWays ways)
{
    /// <summary>Lets people sign in through it.</summary>
    /// <param name="right">Who.</param>
    /// <param name="id">Which.</param>
    /// <param name="untested">Do it although no test succeeded with the settings as they are. The audit says so.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<Connection, ConnectionFault>> EnableAsync(ConnectionRight right, ConnectionId id, bool untested, CancellationToken ct)
    {
        var found = await work.FindAsync(right, id, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var connection = found.Value;
        if (Missing(connection) is { } missing)
        {
            return new ConnectionFault(ConnectionFaultCode.NotComplete, missing);
        }

        if (connection.TestedAt is null && !untested)
        {
            return new ConnectionFault(ConnectionFaultCode.NotTested,
                "no test has succeeded with the settings as they are now; test the connection first, or switch it on untested");
        }

        return connection.Enabled
            ? connection
            : await work.SaveAsync(right, connection with { Enabled = true }, "connection.enable", connection.TestedAt is null
                ? [("warning", "switched on without a successful test of these settings")]
                : [("tested", connection.TestedAt.Value.ToString("u", System.Globalization.CultureInfo.InvariantCulture))]);
    }

    /// <summary>Lets nobody sign in through it. Sessions that are open stay.</summary>
    public async Task<Result<Connection, ConnectionFault>> DisableAsync(ConnectionRight right, ConnectionId id, CancellationToken ct)
    {
        var found = await work.FindAsync(right, id, ct);
        if (!found.Ok || !found.Value.Enabled)
        {
            return found;
        }

        return await ways.WouldCloseAsync(right.Actor.Tenant, new WayChange.NoConnection(id), ct)
            ? new ConnectionFault(ConnectionFaultCode.LastWayIn,
                "without this connection no administrator could sign in; make a break-glass account first")
            : await work.SaveAsync(right, found.Value with { Enabled = false }, "connection.disable");
    }

    /// <summary>What is still missing before a sign-in can be tried; null when nothing is.</summary>
    public static string? Missing(Connection connection) => connection.Settings switch
    {
        SamlConnectionSettings { Provider: null } => "the identity provider's metadata has not been read yet",
        OidcConnectionSettings { Issuer.Length: 0 } or OidcConnectionSettings { ClientId.Length: 0 } => "the issuer and the client have not been entered yet",
        OidcConnectionSettings { ClientMethod: OidcClientMethod.SecretBasic or OidcClientMethod.SecretPost, SealedClientSecret: null } =>
            "the client secret has not been entered yet",
        OidcConnectionSettings { ClientMethod: OidcClientMethod.PrivateKey, SealedPrivateKey: null } => "the client has no private key yet",
        LdapConnectionSettings { Host.Length: 0 } or LdapConnectionSettings { SealedServicePassword: null } => "the directory and its service account have not been entered yet",
        _ => null,
    };
}
