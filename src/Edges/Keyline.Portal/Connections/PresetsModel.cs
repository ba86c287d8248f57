using Keyline.Identity.Federation.Presets;
using Keyline.Portal.Frame;

namespace Keyline.Portal.Connections;

/// <summary>Which identity provider is it?</summary>
public sealed record PresetsModel
{
    /// <summary>The console around it; null under a set-up link.</summary>
    public Surroundings? Around { get; init; }

    public required string TenantName { get; init; }

    public required string BackHref { get; init; }

    public required IReadOnlyList<PresetCard> Cards { get; init; }

    internal static IReadOnlyList<PresetCard> CardsAt(string root) =>
        [.. ConnectionPresets.All.Select(preset => new PresetCard(preset.Name, preset.Summary, $"{root}/{preset.Key}"))];
}
