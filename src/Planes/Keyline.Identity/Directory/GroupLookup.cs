namespace Keyline.Identity.Directory;

/// <summary>How the groups of a person are found, those within groups included.</summary>
public enum GroupLookup
{
    /// <summary>The attribute <c>memberOf</c> of the person, then of each group.</summary>
    MemberOf,

    /// <summary>A search for groups that name the person, then for groups that name those.</summary>
    Search,

    /// <summary>One search with Active Directory's rule for chains of members (1.2.840.113556.1.4.1941).</summary>
    InChain,
}
