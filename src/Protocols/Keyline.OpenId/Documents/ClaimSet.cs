using System.Text.Json;

namespace Keyline.OpenId.Documents;

/// <summary>
/// The members of a JSON object: metadata, the claims of a token, or an answer. Reading it never throws; a member that
/// is <c>null</c> counts as absent.
/// </summary>
public sealed class ClaimSet
{
    private readonly JsonElement _root;

    internal ClaimSet(JsonElement root) => _root = root;

    /// <summary>The names of all members that are not <c>null</c>, in the order in which they came.</summary>
    public IEnumerable<string> Names =>
        _root.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).Select(member => member.Name);

    /// <summary>Whether a member of that name is there and not <c>null</c>.</summary>
    /// <param name="name">The member's name; case matters.</param>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A member that is a string; null when it is absent or something else.</summary>
    /// <param name="name">The member's name; case matters.</param>
    public string? FindText(string name) => Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A member that is true or false; null when it is absent or something else.</summary>
    /// <param name="name">The member's name; case matters.</param>
    public bool? FindFlag(string name) => Find(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A member that is a whole number; null when it is absent or something else.</summary>
    /// <param name="name">The member's name; case matters.</param>
    public long? FindNumber(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    /// <summary>A member that is a NumericDate (seconds since 1970, RFC 7519 section 2); null when it is absent or something else.</summary>
    /// <param name="name">The member's name; case matters.</param>
    public DateTimeOffset? FindTime(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var seconds)
        && seconds is >= 0 and < 253_402_300_799
            ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000))
            : null;

    /// <summary>
    /// A member that is a list of strings, or one string, as a list; empty when it is absent, something else, or holds
    /// anything but strings.
    /// </summary>
    /// <param name="name">The member's name; case matters.</param>
    public IReadOnlyList<string> FindList(string name)
    {
        switch (Find(name))
        {
            case { ValueKind: JsonValueKind.String } text:
                // The kind was just looked at.
                return [text.GetString()!];
            case { ValueKind: JsonValueKind.Array } list when list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String):
                // As above, for each.
                return [.. list.EnumerateArray().Select(item => item.GetString()!)];
            default:
                return [];
        }
    }

    /// <summary>A member that is an object; null when it is absent or something else.</summary>
    /// <param name="name">The member's name; case matters.</param>
    public ClaimSet? FindObject(string name) => Find(name) is { ValueKind: JsonValueKind.Object } inner ? new ClaimSet(inner) : null;

    /// <summary>A member that is a list of objects; empty when it is absent, something else, or holds anything but objects.</summary>
    /// <param name="name">The member's name; case matters.</param>
    public IReadOnlyList<ClaimSet> FindObjects(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
            ? [.. list.EnumerateArray().Select(item => new ClaimSet(item))]
            : [];

    /// <summary>A member of any kind as its JSON text; null when it is absent.</summary>
    /// <param name="name">The member's name; case matters.</param>
    public string? FindJson(string name) => Find(name)?.GetRawText();

    /// <summary>The whole object as JSON text.</summary>
    public string ToJson() => _root.GetRawText();

    internal JsonElement? Find(string name) =>
        _root.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    internal bool HasNull(string name) => _root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Null;

    /// <summary>The members' names only: their values may be personal.</summary>
    public override string ToString() => $"{{{string.Join(", ", Names)}}}";
}
