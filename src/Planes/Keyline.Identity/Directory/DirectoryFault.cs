namespace Keyline.Identity.Directory;

/// <summary>Why a directory gave no answer.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">For the operator: what was expected, what came. Not for the person who signs in.</param>
public sealed record DirectoryFault(DirectoryFaultCode Code, string Detail);
