namespace Keyline.Journal;

/// <summary>The first place at which an audit chain does not hold.</summary>
/// <param name="Kind">What has happened there.</param>
/// <param name="Number">The number of the link; for <see cref="AuditBreakKind.Unlinked"/> that of the last good link.</param>
/// <param name="EntryId">The entry there, or null when it is gone or not known.</param>
/// <param name="Detail">What was expected and what came, for the operator.</param>
public sealed record AuditBreak(AuditBreakKind Kind, long Number, AuditEntryId? EntryId, string Detail);
