namespace Keyline.Devices.Sites;

/// <summary>Why a site was not added.</summary>
public enum SiteFaultCode
{
    /// <summary>The short name can't stand in an address.</summary>
    BadSlug,

    /// <summary>The name is empty, too long or not one line.</summary>
    BadName,

    /// <summary>Another site of the tenant has the short name.</summary>
    SlugTaken,
}
