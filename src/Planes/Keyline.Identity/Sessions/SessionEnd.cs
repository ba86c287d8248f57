namespace Keyline.Identity.Sessions;

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    SignedOut,
    SignedOutAtIdp,
    EndedByPerson,
    EndedByAdministrator,
    PersonDeactivated,
    Replaced,
    CredentialChanged,
    Expired,
}
