using Keyline.Identity.Roles;
using Keyline.Portal.Design;

namespace Keyline.Portal.Roles;

/// <summary>A page of the roles that people have by hand.</summary>
public sealed record DriftModel(string Query, IReadOnlyList<Drift> Drift, SiteNames Sites, Paging Paging, bool MayRevoke);
