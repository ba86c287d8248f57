using Keyline.Checks;
using Keyline.Identity.Federation;
using Keyline.Identity.People;

namespace Keyline.Identity.SignIn.Traces;

/// <summary>A refused or odd sign-in, kept for a while so that an administrator can open it by its reference. Holds no secret.</summary>
public sealed record SignInTrace
{
    /// <summary>How long a trace is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public const int MaxReferenceLength = 20;

    public const int MaxCodeLength = 80;

    public const int MaxDetailLength = 2000;

    public const int MaxChecks = 100;

    /// <summary>What the person was shown.</summary>
    public required string Reference { get; init; }

    public required TenantId TenantId { get; init; }

    public ConnectionId? ConnectionId { get; init; }

    /// <summary>Who it was, where that is known.</summary>
    public PersonId? PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required SignInPurpose Purpose { get; init; }

    public required SignInFaultCode Code { get; init; }

    /// <summary>The protocol's own code, for example <c>saml.WrongAudience</c>; empty where it has none.</summary>
    public string ProtocolCode { get; init; } = "";

    /// <summary>What was expected and what came.</summary>
    public required string Detail { get; init; }

    public required IReadOnlyList<Check> Checks { get; init; }

    public required string Address { get; init; }

    public required string Client { get; init; }

    /// <summary>Whether it was refused; an odd one came in.</summary>
    public required bool Refused { get; init; }

    /// <summary>Where advice is found.</summary>
    public string AdviceKey => ProtocolCode.Length > 0 ? ProtocolCode : Code.ToString();
}
