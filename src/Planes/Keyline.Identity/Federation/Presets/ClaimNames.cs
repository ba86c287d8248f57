namespace Keyline.Identity.Federation.Presets;

/// <summary>The claim names that Microsoft's products send over SAML.</summary>
internal static class ClaimNames
{
    public const string Email = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";
    public const string Name = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name";
    public const string Upn = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn";
    public const string EntraObject = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    public const string EntraTenant = "http://schemas.microsoft.com/identity/claims/tenantid";
    public const string EntraDisplayName = "http://schemas.microsoft.com/identity/claims/displayname";
    public const string EntraGroups = "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups";
    public const string EntraRoles = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
    public const string PrimarySid = "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarysid";
    public const string AdfsGroup = "http://schemas.xmlsoap.org/claims/Group";
}
