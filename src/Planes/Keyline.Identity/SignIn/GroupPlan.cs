using Keyline.Identity.Groups;

namespace Keyline.Identity.SignIn;

/// <summary>What a sign-in changes about a person's groups.</summary>
public sealed record GroupPlan
{
    /// <summary>The groups that the person will be in, those of other connections included.</summary>
    public required IReadOnlyList<Group> After { get; init; }

    /// <summary>Groups that nobody named before.</summary>
    public required IReadOnlyList<Group> New { get; init; }

    /// <summary>Groups whose name changed at the IdP.</summary>
    public required IReadOnlyList<Group> Renamed { get; init; }

    public required IReadOnlyList<Group> Joined { get; init; }

    public required IReadOnlyList<Group> Left { get; init; }

    /// <summary>How many groups came that could not be taken: too many, or keys too long.</summary>
    public required int Ignored { get; init; }

    /// <summary>Whether the person's membership changes.</summary>
    public bool ChangesMembership => Joined.Count > 0 || Left.Count > 0;
}
