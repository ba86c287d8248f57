using Keyline.Portal.Design;

namespace Keyline.Portal.Roles;

/// <summary>A page of the tenant's mappings.</summary>
public sealed record MappingsModel(string Query, IReadOnlyList<MappingRow> Rows, SiteNames Sites, Paging Paging, bool MayRemove);
