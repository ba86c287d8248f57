using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Portal.Design;
using Keyline.Portal.Roles;

namespace Keyline.Portal.Groups;

/// <summary>One group: what it gives, and who is in it.</summary>
public sealed record GroupModel
{
    public required Group Group { get; init; }

    public required Connection? Connection { get; init; }

    public required IReadOnlyList<Mapping> Mappings { get; init; }

    public required IReadOnlyList<Person> Members { get; init; }

    public required Paging Paging { get; init; }

    public required SiteNames Sites { get; init; }

    public required RoleChoices Choices { get; init; }

    public bool MayMap { get; init; }
}
