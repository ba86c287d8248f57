using Keyline.Identity.Federation;
using Keyline.Secrets;

namespace Keyline.Identity.SignIn;

/// <summary>Remembers which attributes an IdP really sends, so that the mapping page can offer them to pick from.</summary>
public sealed class SeenAttributes(ISeenAttributeStore store, SecretSealer sealer, TimeProvider time)
{
    /// <summary>How many attributes of one connection are remembered.</summary>
    public const int MaxAttributes = 200;

    private const int MaxSampleLength = 60;

    /// <summary>The attributes that were seen at a connection, each with a sample.</summary>
    public async Task<IReadOnlyList<SeenAttribute>> ListAsync(TenantId tenantId, ConnectionId connectionId, CancellationToken ct) =>
        [.. (await store.ListAsync(tenantId, connectionId, ct)).Select(row => row with { Sample = Open(row) })];

    internal async Task RememberAsync(VerifiedSignIn signIn, CancellationToken ct)
    {
        var known = (await store.ListAsync(signIn.Connection.TenantId, signIn.Connection.Id, ct)).ToDictionary(row => row.Name, StringComparer.Ordinal);
        var now = time.GetUtcNow();
        var news = signIn.Attributes
            .Where(entry => entry.Key.Length is > 0 and <= SeenAttribute.MaxNameLength && !known.ContainsKey(entry.Key))
            .Take(Math.Max(0, MaxAttributes - known.Count))
            .Select(entry => new SeenAttribute
            {
                TenantId = signIn.Connection.TenantId,
                ConnectionId = signIn.Connection.Id,
                Name = entry.Key,
                Sample = sealer.Seal(new SecretText(Shorten(entry.Value)), Purpose(signIn.Connection.Id)),
                SeenAt = now,
            })
            .ToList();
        if (news.Count > 0)
        {
            await store.AddAsync(news, ct);
        }
    }

    private static string Purpose(ConnectionId connection) => $"connection.seen-attribute/{connection}";

    private static string Shorten(IReadOnlyList<string> values)
    {
        var text = values.Count == 0 ? "" : values.Count == 1 ? values[0] : $"{values[0]} (and {values.Count - 1} more)";
        return text.Length <= MaxSampleLength ? text : text[..MaxSampleLength] + "…";
    }

    // A sample that can't be opened any more is no loss.
    private string Open(SeenAttribute row) =>
        sealer.Open(row.Sample, Purpose(row.ConnectionId)) is { Ok: true, Value: var text } ? text.Reveal() : "";
}
