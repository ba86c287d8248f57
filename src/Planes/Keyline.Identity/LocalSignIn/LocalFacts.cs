using System.Net;
using Keyline.Identity.Authenticators;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.People;
using Keyline.Identity.Settings;

namespace Keyline.Identity.LocalSignIn;

/// <summary>Everything that the decision about a local sign-in depends on.</summary>
public sealed record LocalFacts
{
    public required Person? Person { get; init; }

    public required bool PasswordIsRight { get; init; }

    public required TenantSettings Settings { get; init; }

    public required SecondFactors Factors { get; init; }

    /// <summary>The break-glass account; null for other people.</summary>
    public required BreakGlassAccount? BreakGlass { get; init; }

    public required IPAddress? Address { get; init; }

    /// <summary>When these facts were read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The second proof, once it was checked.</summary>
    public ProvedFactor? Proved { get; init; }
}
