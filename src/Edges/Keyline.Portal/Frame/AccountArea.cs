namespace Keyline.Portal.Frame;

/// <summary>An entry of the account's navigation.</summary>
public enum AccountArea
{
    Profile,
    Sessions,
    Security,
}
