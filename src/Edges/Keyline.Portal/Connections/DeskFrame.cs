using Keyline.Identity.Federation;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;

namespace Keyline.Portal.Connections;

/// <summary>What surrounds a page of one connection.</summary>
public sealed record DeskFrame
{
    private static readonly string[] _names = ["Paste there", "Bring back", "Attributes", "Test", "Switch on"];

    public required DeskPaths Paths { get; init; }

    public required string Title { get; init; }

    public required DeskStep Step { get; init; }

    public required ConnectionKind Kind { get; init; }

    /// <summary>The console around it; null under a set-up link.</summary>
    public Surroundings? Around { get; init; }

    public required string TenantName { get; init; }

    /// <summary>Under a set-up link: where its first page is.</summary>
    public string SetupHome { get; init; } = "";

    public Flash? Flash { get; init; }

    public static IReadOnlyList<string> StepNames => _names;

    public IReadOnlyList<Tab> Tabs =>
    [
        new("Overview", Paths.Root, Step == DeskStep.Overview),
        new("Values to paste", Paths.Values, Step == DeskStep.Values),
        new(Kind == ConnectionKind.Ldap ? "Directory" : "Identity provider", Paths.Idp, Step == DeskStep.Idp),
        new("Attributes", Paths.Attributes, Step == DeskStep.Attributes),
        new("Options", Paths.Options, Step == DeskStep.Options),
        new("Test", Paths.Test, Step is DeskStep.Test or DeskStep.Enable),
        new("Traces", Paths.Traces, Step == DeskStep.Traces),
    ];

    /// <summary>The step behind this one; null at the last.</summary>
    public (string Text, string Href)? Next => Step switch
    {
        DeskStep.Values => ($"Next: {_names[1].ToLowerInvariant()}", Paths.Idp),
        DeskStep.Idp => ($"Next: {_names[2].ToLowerInvariant()}", Paths.Attributes),
        DeskStep.Attributes => ($"Next: {_names[3].ToLowerInvariant()}", Paths.Test),
        DeskStep.Test => ($"Next: {_names[4].ToLowerInvariant()}", Paths.Enable),
        _ => null,
    };
}
