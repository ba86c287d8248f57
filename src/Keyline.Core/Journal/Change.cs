namespace Keyline.Journal;

/// <summary>One committed change that every node must hear of.</summary>
/// <param name="TenantId">Whose it is.</param>
/// <param name="Kind">What changed, for example <c>session.ended</c>.</param>
/// <param name="Subject">The identifier of what changed; empty when it is the tenant as a whole.</param>
public sealed record Change(TenantId TenantId, string Kind, string Subject);
