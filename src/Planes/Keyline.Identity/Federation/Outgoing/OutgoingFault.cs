namespace Keyline.Identity.Federation.Outgoing;

/// <summary>Why a request has no answer.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">For the operator: what was expected, what came. Without query, headers or body.</param>
public sealed record OutgoingFault(OutgoingFaultCode Code, string Detail);
