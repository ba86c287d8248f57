using System.Security.Cryptography;
using System.Text;
using Keyline.Identity.Federation.Saml;
using Keyline.Saml.Metadata;

namespace Keyline.Identity.Federation.Managing;

/// <summary>Decides about changed metadata that waits for an administrator.</summary>
public sealed class HeldMetadata(ConnectionWork work)
{
    /// <summary>What would change; empty when nothing waits.</summary>
    public static IReadOnlyList<MetadataChange> DifferenceOf(Connection connection) =>
        connection.Settings is SamlConnectionSettings { HeldProvider: { } held } settings ? SamlProviderReader.Differences(settings.Provider, held) : [];

    /// <summary>Takes it over.</summary>
    /// <param name="right">Who.</param>
    /// <param name="id">Which connection.</param>
    /// <param name="seen">The mark of what was looked at; see <see cref="MarkOf"/>. What came since is not accepted unseen.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<Connection, ConnectionFault>> AcceptAsync(ConnectionRight right, ConnectionId id, string seen, CancellationToken ct)
    {
        var found = await FindAsync(right, id, seen, ct);
        return found.Ok
            ? await work.SaveUntestedAsync(right,
                found.Value.Connection with { Settings = found.Value.Settings with { Provider = found.Value.Settings.HeldProvider, HeldProvider = null } },
                "connection.metadata-accept", Facts(found.Value.Connection))
            : found.Fault;
    }

    /// <summary>Leaves everything as it is. The same metadata will be held again when it is fetched again.</summary>
    public async Task<Result<Connection, ConnectionFault>> RejectAsync(ConnectionRight right, ConnectionId id, string seen, CancellationToken ct)
    {
        var found = await FindAsync(right, id, seen, ct);
        return found.Ok
            ? await work.SaveAsync(right, found.Value.Connection with { Settings = found.Value.Settings with { HeldProvider = null } },
                "connection.metadata-reject", Facts(found.Value.Connection))
            : found.Fault;
    }

    /// <summary>A mark of what is held now, for the form.</summary>
    public static string MarkOf(Connection connection) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', DifferenceOf(connection)))))[..32];

    private async Task<Result<(Connection Connection, SamlConnectionSettings Settings), ConnectionFault>> FindAsync(
        ConnectionRight right, ConnectionId id, string seen, CancellationToken ct)
    {
        var found = await work.FindAsync<SamlConnectionSettings>(right, id, ConnectionKind.Saml, ct);
        return !found.Ok ? found.Fault
            : found.Value.Settings.HeldProvider is null ? new ConnectionFault(ConnectionFaultCode.NothingHeld, "no changed metadata waits for a decision")
            : MarkOf(found.Value.Connection) != seen ? ConnectionFault.Conflict
            : found;
    }

    private static (string Name, string Value)[] Facts(Connection connection) =>
        [.. DifferenceOf(connection).Take(20).Select((change, number) => ($"change-{number + 1}", Cut($"{change.Name}: {Say(change.Before)} -> {Say(change.After)}")))];

    private static string Say(string text) => text.Length == 0 ? "nothing" : text;

    private static string Cut(string text) => text.Length <= 500 ? text : text[..500];
}
