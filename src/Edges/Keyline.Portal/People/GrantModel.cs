using Keyline.Identity.People;
using Keyline.Portal.Design;
using Keyline.Portal.Roles;

namespace Keyline.Portal.People;

/// <summary>The form that gives a role by hand, with what was typed.</summary>
public sealed record GrantModel(Person Person, RoleChoices Choices)
{
    public string Role { get; init; } = "";

    public string Scope { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Days { get; init; } = "7";

    public static IReadOnlyList<Choice> Lengths { get; } =
        [new("1", "1 day"), new("7", "7 days"), new("30", "30 days"), new("90", "90 days, the longest")];
}
