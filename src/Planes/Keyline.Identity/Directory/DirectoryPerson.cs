namespace Keyline.Identity.Directory;

/// <summary>A person as the directory has it.</summary>
public sealed record DirectoryPerson
{
    /// <summary>The immutable subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The entry's name; it changes when the person moves.</summary>
    public required string Dn { get; init; }

    /// <summary>Attributes by name, without regard to case.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; }

    /// <summary>All groups, those within groups included.</summary>
    public required DirectoryGroups Groups { get; init; }
}
