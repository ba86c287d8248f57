using Keyline.Identity.Groups;

namespace Keyline.Server.Human.Admin.People;

/// <summary>A group.</summary>
internal sealed record GroupJson(Guid Id, Guid ConnectionId, string Key, string Name, DateTimeOffset CreatedAt)
{
    public static GroupJson Of(Group group) => new(group.Id.Value, group.ConnectionId.Value, group.Key, group.Name, group.CreatedAt);
}

/// <summary>A group that is named in advance.</summary>
internal sealed record NewGroupBody(Guid ConnectionId, string Key, string Name);
