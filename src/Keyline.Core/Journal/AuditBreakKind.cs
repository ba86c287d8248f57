namespace Keyline.Journal;

/// <summary>What has happened to an audit chain that does not hold.</summary>
public enum AuditBreakKind
{
    /// <summary>An entry, or the hash of its link, is not what it was when it was linked.</summary>
    Changed,

    /// <summary>A link or its entry is gone.</summary>
    Missing,

    /// <summary>A link was put in between.</summary>
    Inserted,

    /// <summary>Entries have changed places.</summary>
    Reordered,

    /// <summary>A signed checkpoint says that the chain was longer.</summary>
    CutOff,

    /// <summary>A signed checkpoint says that the chain was another one: it was written anew.</summary>
    Rewritten,

    /// <summary>A checkpoint's signature is not genuine.</summary>
    ForgedCheckpoint,

    /// <summary>There are old entries that are in no chain.</summary>
    Unlinked,
}
