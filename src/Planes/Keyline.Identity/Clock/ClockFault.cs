namespace Keyline.Identity.Clock;

/// <summary>Why the clock could not be measured.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">For the operator: what each server did.</param>
public sealed record ClockFault(ClockFaultCode Code, string Detail);
