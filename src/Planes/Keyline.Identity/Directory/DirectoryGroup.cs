namespace Keyline.Identity.Directory;

/// <summary>A group of a directory.</summary>
/// <param name="Dn">The entry's name.</param>
/// <param name="Name">The name that mappings know.</param>
public sealed record DirectoryGroup(string Dn, string Name);
