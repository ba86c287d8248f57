using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Portal.Design;

namespace Keyline.Portal.Groups;

/// <summary>A page of the list of groups.</summary>
public sealed record GroupsModel(
    string Query, IReadOnlyList<Group> Groups, IReadOnlyDictionary<ConnectionId, Connection> Connections, Paging Paging, bool MayAdd);
