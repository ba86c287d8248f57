namespace Keyline.Identity.Domains;

/// <summary>Why there is no answer to a lookup.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">For the operator: which resolver, what came.</param>
public sealed record DnsFault(DnsFaultCode Code, string Detail);
