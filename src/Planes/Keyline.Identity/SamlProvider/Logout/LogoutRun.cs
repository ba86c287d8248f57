using Keyline.Identity.SamlProvider.Apps;

namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>
/// A sign-out that the browser carries from app to app. The session here has ended before the first app is told, so that a run
/// that breaks off leaves apps signed in, and never the identity provider.
/// </summary>
public sealed record LogoutRun
{
    /// <summary>How long it may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public const int MaxReturnPathLength = 2000;

    public required LogoutRunId Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>SHA-256 of the RelayState of our requests.</summary>
    public required byte[] StateHash { get; init; }

    /// <summary>The app that asked; null when the person signed out here.</summary>
    public SamlAppId? Initiator { get; init; }

    /// <summary>The request of that app, which the last answer names.</summary>
    public string? RequestId { get; init; }

    /// <summary>What came along with it.</summary>
    public string? RelayState { get; init; }

    /// <summary>Where the person goes in the end, when no app asked.</summary>
    public string? ReturnPath { get; init; }

    /// <summary>The apps that are still to be told.</summary>
    public required IReadOnlyList<LogoutStep> Waiting { get; init; }

    /// <summary>The app that has been told and has not answered yet, with the ID of our request.</summary>
    public LogoutStep? Told { get; init; }

    /// <summary>Whether an app did not end its session, or can't be told.</summary>
    public bool Partial { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
