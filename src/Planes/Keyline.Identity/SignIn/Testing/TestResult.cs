using Keyline.Checks;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.SignIn.Testing;

/// <summary>What a test sign-in showed.</summary>
public sealed record TestResult
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The page where the test began.</summary>
    public string ReturnPath { get; init; } = "";

    /// <summary>Whether this sign-in would have been let in.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>Why not.</summary>
    public string? FaultCode { get; init; }

    public string? FaultDetail { get; init; }

    /// <summary>The response as it came: XML, or JSON of the claims.</summary>
    public required string RawResponse { get; init; }

    public required IReadOnlyList<Check> Checks { get; init; }

    public string? Subject { get; init; }

    public ClaimedProfile? Profile { get; init; }

    public IReadOnlyList<ClaimedGroup> Groups { get; init; } = [];

    /// <summary>The roles that would result, each as name and site.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    public Assurance Assurance { get; init; }

    public TimeSpan? ClockOffset { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
