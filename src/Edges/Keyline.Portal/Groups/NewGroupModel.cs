using Keyline.Portal.Design;

namespace Keyline.Portal.Groups;

/// <summary>The form that adds a group in advance, with what was typed.</summary>
public sealed record NewGroupModel(IReadOnlyList<Choice> Connections, string Connection = "", string Key = "", string Name = "");
