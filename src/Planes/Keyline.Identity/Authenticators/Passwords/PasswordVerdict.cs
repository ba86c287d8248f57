namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>How a comparison with a stored password ended.</summary>
public enum PasswordVerdict
{
    /// <summary>Wrong, or there is nothing to compare with.</summary>
    Wrong,

    Right,

    /// <summary>Right, but hashed with fewer iterations than today: hash it again.</summary>
    RightButWeaklyHashed,

    /// <summary>Nothing was compared: too much is being computed already.</summary>
    Busy,
}
