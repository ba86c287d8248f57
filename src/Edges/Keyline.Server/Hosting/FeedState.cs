namespace Keyline.Server.Hosting;

/// <summary>How fresh this node's knowledge is.</summary>
public sealed class FeedState(TimeProvider time)
{
    private long _followedAt;

    /// <summary>When the feed was last followed to its end.</summary>
    public DateTimeOffset FollowedAt => DateTimeOffset.FromUnixTimeMilliseconds(Volatile.Read(ref _followedAt));

    /// <summary>How long ago that was.</summary>
    public TimeSpan Age => time.GetUtcNow() - FollowedAt;

    internal void Followed() => Volatile.Write(ref _followedAt, time.GetUtcNow().ToUnixTimeMilliseconds());
}
