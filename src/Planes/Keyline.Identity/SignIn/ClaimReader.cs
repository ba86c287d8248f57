using Keyline.Identity.Federation;

namespace Keyline.Identity.SignIn;

/// <summary>Finds in attributes or claims what a connection's map names.</summary>
internal static class ClaimReader
{
    private const int MaxValueLength = 2000;

    public static ClaimedProfile Profile(AttributeMap map, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes) => new()
    {
        UserName = First(map.UserName, attributes),
        Email = First(map.Email, attributes),
        DisplayName = First(map.DisplayName, attributes),
        Phone = First(map.Phone, attributes),
        Tenant = First(map.Tenant, attributes),
    };

    /// <summary>The groups and roles; null when the map names neither. A mapped attribute that is absent means no groups.</summary>
    public static IReadOnlyList<ClaimedGroup>? Groups(AttributeMap map, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes) =>
        map.Groups is null && map.Roles is null
            ? null
            : [
                .. All(map.Groups, attributes).Select(group => new ClaimedGroup(group, group)),
                .. All(map.Roles, attributes).Select(ClaimedGroup.OfRole),
            ];

    public static string? First(string? name, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes) =>
        All(name, attributes).FirstOrDefault(value => value.Length is > 0 and <= MaxValueLength);

    private static IReadOnlyList<string> All(string? name, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes) =>
        name is not null && attributes.TryGetValue(name, out var values) ? values : [];
}
