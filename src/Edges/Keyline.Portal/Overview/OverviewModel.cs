using Keyline.Portal.Design;

namespace Keyline.Portal.Overview;

public sealed record OverviewModel
{
    public required IReadOnlyList<AttentionItem> Attention { get; init; }

    public required IReadOnlyList<OverviewCount> Counts { get; init; }

    /// <summary>Sign-ins by day, the oldest first; null for somebody who may not read the audit log.</summary>
    public required IReadOnlyList<Bar>? SignIns { get; init; }
}
