namespace Keyline.Devices.Sites;

/// <summary>Why a site was not added.</summary>
/// <param name="Code">Which kind of fault.</param>
/// <param name="Detail">What was expected.</param>
public sealed record SiteFault(SiteFaultCode Code, string Detail);
