using Keyline.Journal;
using Keyline.Portal.Design;

namespace Keyline.Portal.Audit;

/// <summary>A page of the audit log.</summary>
public sealed record AuditModel(AuditFilter Filter, IReadOnlyList<AuditEntry> Entries, Paging Paging, string? ExportHref);
