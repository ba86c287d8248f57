using Keyline.Identity.People;

namespace Keyline.Identity.Roles;

/// <summary>A role that somebody has by hand.</summary>
/// <param name="Grant">The grant.</param>
/// <param name="Person">Who has it.</param>
public sealed record Drift(DirectGrant Grant, Person Person);
