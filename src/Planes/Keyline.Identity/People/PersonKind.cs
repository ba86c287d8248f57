namespace Keyline.Identity.People;

/// <summary>What kind of account a person's is.</summary>
public enum PersonKind
{
    /// <summary>Somebody of the company.</summary>
    Member,

    /// <summary>A local administrator that needs no IdP.</summary>
    BreakGlass,
}
