namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>Why a new password is refused.</summary>
public enum PasswordFaultCode
{
    /// <summary>Not text that can be a password: not well-formed, or with control characters.</summary>
    Malformed,

    TooShort,

    TooLong,

    /// <summary>Among the passwords that everybody tries first, or one of them with a little added.</summary>
    Common,

    /// <summary>Little more than the person's or the tenant's own name.</summary>
    NamesOwner,

    /// <summary>One character, or one short piece, over and over.</summary>
    Repeats,

    /// <summary>A run of the alphabet, of digits or along the keyboard.</summary>
    Sequence,

    /// <summary>The one that is being replaced.</summary>
    SameAsBefore,
}
