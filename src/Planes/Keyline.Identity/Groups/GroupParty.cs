using Keyline.Journal;

namespace Keyline.Identity.Groups;

/// <summary>How the audit log names a group.</summary>
public static class GroupParty
{
    public static AuditParty Of(Group group) => new("group", group.Id.ToString(), group.Name);
}
