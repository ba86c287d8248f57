using Keyline.Identity.Federation;
using Keyline.Identity.SetupLinks;

namespace Keyline.Portal.SetupLinks;

/// <summary>A tenant's set-up links.</summary>
public sealed record SetupLinksModel
{
    public required IReadOnlyList<SetupLink> Links { get; init; }

    public required IReadOnlyList<Connection> Connections { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The address of the link that was just made; it is shown this once.</summary>
    public string? MadeAddress { get; init; }

    public string Label { get; init; } = "";
}
