namespace Keyline.Portal.Frame;

/// <summary>What was done a moment ago. Only these travel through the browser, never a text.</summary>
public enum FlashCode
{
    Saved,
    Added,
    Removed,
    SessionEnded,
    SessionsEnded,
    PersonDeactivated,
    PersonReactivated,
    RoleGiven,
    RoleTakenBack,
    DomainVerified,
    Invited,
    TenantCreated,
    PasswordChanged,
    SecondFactorRemoved,
}
