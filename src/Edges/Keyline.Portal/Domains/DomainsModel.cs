using Keyline.Portal.Design;

namespace Keyline.Portal.Domains;

/// <summary>The tenant's domains, and the form that claims one.</summary>
public sealed record DomainsModel(string Query, IReadOnlyList<DomainRow> Rows, Paging Paging, bool MayManage, string Typed = "");
