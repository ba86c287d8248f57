namespace Keyline.Identity.Sessions;

/// <summary>How long a session lasts.</summary>
/// <param name="Idle">After how much silence it ends.</param>
/// <param name="Absolute">After how much time it ends, used or not.</param>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Absolute)
{
    /// <summary>The longest that a tenant can choose.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>For people without a special role.</summary>
    public static SessionLimits Standard { get; } = new(TimeSpan.FromHours(8), TimeSpan.FromHours(24));

    /// <summary>For those who can change things.</summary>
    public static SessionLimits Short { get; } = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(8));

    /// <summary>The shorter of two, each limit by itself.</summary>
    public SessionLimits And(SessionLimits other) => new(
        Idle < other.Idle ? Idle : other.Idle, Absolute < other.Absolute ? Absolute : other.Absolute);
}
