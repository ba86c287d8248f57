namespace Keyline.Identity.SamlProvider.Apps;

/// <summary>What can be said of a person to an app.</summary>
public enum PersonField
{
    Email,
    DisplayName,
    Phone,
    UserName,
    Groups,
}
