using System.Diagnostics;
using System.Globalization;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;

namespace Keyline.Portal.Account;

/// <summary>Says to people what concerns themselves.</summary>
internal static class AccountWords
{
    public static string Why(RoleReason reason) => reason switch
    {
        RoleReason.ByGroup by => $"You are in the group '{by.Group.Name}', which brings this role.",
        RoleReason.ByGrant by => string.Create(CultureInfo.InvariantCulture,
            $"Given to you by {by.Grant.GrantedBy} until {by.Grant.ExpiresAt.UtcDateTime:d MMM yyyy}: {by.Grant.Reason}"),
        RoleReason.ByBreakGlass => "This is a break-glass account, which is an administrator by its nature.",
        RoleReason.ByBelonging => "Everybody who belongs to the company has it.",
        _ => throw new UnreachableException(),
    };

    public static string Strength(Assurance assurance) => assurance switch
    {
        Assurance.Aal3 => "Two factors, one of them bound to a device (AAL3)",
        Assurance.Aal2 => "Two factors (AAL2)",
        Assurance.Aal1 => "One factor (AAL1)",
        _ => "Not said by the identity provider",
    };
}
