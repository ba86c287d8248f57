namespace Keyline.Identity.Domains;

/// <summary>Why a domain was not claimed, verified or changed.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">What was expected, what came, what to do.</param>
public sealed record DomainFault(DomainFaultCode Code, string Detail);
