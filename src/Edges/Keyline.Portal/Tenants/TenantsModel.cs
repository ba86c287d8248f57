using Keyline.Portal.Design;
using Keyline.Tenancy;

namespace Keyline.Portal.Tenants;

/// <summary>A page of the installation's tenants.</summary>
public sealed record TenantsModel(string Query, IReadOnlyList<Tenant> Tenants, Paging Paging, bool MayManage);
