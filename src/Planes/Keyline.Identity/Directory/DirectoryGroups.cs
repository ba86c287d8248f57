namespace Keyline.Identity.Directory;

/// <summary>Groups of a directory.</summary>
/// <param name="Groups">Each once.</param>
/// <param name="Complete">Whether these are all; otherwise a limit of depth or count was met.</param>
public sealed record DirectoryGroups(IReadOnlyList<DirectoryGroup> Groups, bool Complete);
