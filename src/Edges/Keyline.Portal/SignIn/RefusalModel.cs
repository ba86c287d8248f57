namespace Keyline.Portal.SignIn;

/// <summary>A refusal as the person sees it: what happened, what to do, and a reference that the audit log knows.</summary>
public sealed record RefusalModel
{
    public required string Title { get; init; }

    public required string WhatHappened { get; init; }

    public required string WhatToDo { get; init; }

    /// <summary>The reference of the trace; null where nothing was recorded.</summary>
    public string? Reference { get; init; }

    public DateTimeOffset? At { get; init; }

    public string? TenantName { get; init; }

    /// <summary>Where to begin again.</summary>
    public string? RetryHref { get; init; }

    public string RetryText { get; init; } = "Try again";
}
