namespace Keyline.Identity.Sessions;

/// <summary>How strongly a sign-in was made (NIST SP 800-63B). Ordered: a greater one satisfies a lesser one.</summary>
public enum Assurance
{
    /// <summary>Nothing was proved.</summary>
    None = 0,
    Aal1 = 1,
    Aal2 = 2,
    Aal3 = 3,
}
