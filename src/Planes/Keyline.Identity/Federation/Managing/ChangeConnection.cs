using Keyline.Identity.Changes;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation.Managing;

/// <summary>Changes what every connection has: its name, whether it makes people, and its attribute map.</summary>
public sealed class ChangeConnection(ConnectionWork work)
{
    public async Task<Result<Connection, ConnectionFault>> ChangeAsync(
        ConnectionRight right, ConnectionId id, string? name, bool createsPeople, CancellationToken ct)
    {
        if (!LineText.TryParse(name, Connection.MaxNameLength, out var clean))
        {
            return ConnectionFault.Invalid("name", $"expected a name of one line, 1 to {Connection.MaxNameLength} characters");
        }

        var found = await work.FindAsync(right, id, ct);
        return found.Ok
            ? await work.SaveAsync(right, found.Value with { Name = clean, CreatesPeople = createsPeople }, "connection.change",
                ("name", clean), ("creates-people", createsPeople ? "yes" : "no"))
            : found.Fault;
    }

    /// <summary>Says which attribute of the IdP holds what. A changed subject makes everybody somebody new, so it asks for a test.</summary>
    public async Task<Result<Connection, ConnectionFault>> MapAsync(
        ConnectionRight right, ConnectionId id, AttributeMap wanted, CancellationToken ct)
    {
        var clean = Clean(wanted);
        if (Check(clean) is { } fault)
        {
            return fault;
        }

        var found = await work.FindAsync(right, id, ct);
        return !found.Ok ? found.Fault
            : found.Value.Attributes == clean ? found.Value
            : await work.SaveUntestedAsync(right, found.Value with { Attributes = clean }, "connection.map", [.. Facts(found.Value.Attributes, clean)]);
    }

    private static ConnectionFault? Check(AttributeMap map)
    {
        foreach (var (field, value) in Entries(map))
        {
            if (value is not null && (value.Length > SeenAttribute.MaxNameLength || !LineText.IsClean(value)))
            {
                return ConnectionFault.Invalid(field, $"expected an attribute's name of up to {SeenAttribute.MaxNameLength} characters in one line");
            }
        }

        return (map.Tenant is null) != (map.ExpectedTenant is null) && map.ExpectedTenant is not null
            ? ConnectionFault.Invalid("expected-tenant", "expected the attribute too in which the tenant must come")
            : null;
    }

    private static AttributeMap Clean(AttributeMap map) => new()
    {
        Subject = Line(map.Subject),
        Email = Line(map.Email),
        UserName = Line(map.UserName),
        DisplayName = Line(map.DisplayName),
        Phone = Line(map.Phone),
        Tenant = Line(map.Tenant),
        ExpectedTenant = Line(map.ExpectedTenant),
        Groups = Line(map.Groups),
        Roles = Line(map.Roles),
    };

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IEnumerable<(string Field, string? Value)> Entries(AttributeMap map) =>
    [
        ("subject", map.Subject), ("email", map.Email), ("user-name", map.UserName), ("display-name", map.DisplayName), ("phone", map.Phone),
        ("tenant", map.Tenant), ("expected-tenant", map.ExpectedTenant), ("groups", map.Groups), ("roles", map.Roles),
    ];

    private static IEnumerable<(string Name, string Value)> Facts(AttributeMap before, AttributeMap after) => Entries(before).Zip(Entries(after))
        .Where(pair => pair.First.Value != pair.Second.Value)
        .Select(pair => (pair.First.Field, $"{pair.First.Value ?? "nothing"} -> {pair.Second.Value ?? "nothing"}"));
}
