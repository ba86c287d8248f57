using Keyline.Identity.Federation;

namespace Keyline.Server.Human.Admin.Connections;

/// <summary>A connection, without its secrets.</summary>
internal sealed record ConnectionJson(
    Guid Id, string Slug, string Name, ConnectionKind Kind, Preset Preset, bool Enabled, bool CreatesPeople, DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt, DateTimeOffset? TestedAt)
{
    public static ConnectionJson Of(Connection connection) => new(
        connection.Id.Value, connection.Slug, connection.Name, connection.Kind, connection.Preset, connection.Enabled, connection.CreatesPeople,
        connection.CreatedAt, connection.ChangedAt, connection.TestedAt);
}
