namespace Keyline.Identity.Roles;

/// <summary>What somebody wants to give a person by hand.</summary>
/// <param name="Role">The role.</param>
/// <param name="SiteId">The site, or null for the whole tenant.</param>
/// <param name="Reason">Why, one line.</param>
/// <param name="ExpiresAt">Until when, within 90 days.</param>
public sealed record GrantDraft(string Role, SiteId? SiteId, string Reason, DateTimeOffset ExpiresAt);
