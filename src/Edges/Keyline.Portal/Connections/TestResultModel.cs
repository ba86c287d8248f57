using Keyline.Identity.SignIn.Testing;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;

namespace Keyline.Portal.Connections;

/// <summary>What a test sign-in showed.</summary>
public sealed record TestResultModel
{
    /// <summary>The console around it; null for whoever has no session.</summary>
    public Surroundings? Around { get; init; }

    public required string TenantName { get; init; }

    public required TestResult Result { get; init; }

    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>What to do about a refusal.</summary>
    public string? ToDo { get; init; }

    /// <summary>Where the test began.</summary>
    public required string BackHref { get; init; }

    /// <summary>The raw answer as text that can be read.</summary>
    public required string Raw { get; init; }
}
