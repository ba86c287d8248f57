using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Presets;
using Keyline.Portal.Frame;

namespace Keyline.Portal.Connections;

/// <summary>The first step: a name, and what to know of this IdP beforehand.</summary>
public sealed record NewConnectionModel
{
    public Surroundings? Around { get; init; }

    public required string TenantName { get; init; }

    public required string BackHref { get; init; }

    public required ConnectionPreset Preset { get; init; }

    /// <summary>Where the form goes; it posts <c>name</c>.</summary>
    public required string Action { get; init; }

    public required string Name { get; init; }

    public ConnectionFault? Fault { get; init; }
}
