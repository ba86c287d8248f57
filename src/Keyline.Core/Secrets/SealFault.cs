namespace Keyline.Secrets;

/// <summary>Why a sealed secret could not be opened.</summary>
/// <param name="Code">Which kind of fault.</param>
/// <param name="Detail">What was expected and what came, for the operator.</param>
public sealed record SealFault(SealFaultCode Code, string Detail);
