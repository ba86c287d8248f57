namespace Keyline.Portal.Design;

/// <summary>One check of a sign-in: what was expected, what came, and what to do when they differ.</summary>
public sealed record Check
{
    public required string Name { get; init; }

    public required Verdict Verdict { get; init; }

    public string? Expected { get; init; }

    public string? Came { get; init; }

    public string? ToDo { get; init; }
}
