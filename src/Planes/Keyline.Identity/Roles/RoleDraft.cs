namespace Keyline.Identity.Roles;

/// <summary>What somebody wants a role of their own to be.</summary>
/// <param name="Description">What it is for, one line.</param>
/// <param name="Permissions">What it permits.</param>
/// <param name="PerSite">Whether it can be held for one site alone.</param>
public sealed record RoleDraft(string Description, IReadOnlyList<string> Permissions, bool PerSite);
