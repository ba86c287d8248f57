using Keyline.Saml.Signatures;

namespace Keyline.Saml.Verification;

/// <summary>Who we are towards one identity provider.</summary>
public sealed record ServiceProviderSettings
{
    /// <summary>The widest tolerance for clocks that differ.</summary>
    public static TimeSpan WidestTolerance { get; } = TimeSpan.FromSeconds(300);

    /// <summary>Our entity ID; the audience of every assertion for us.</summary>
    public required string EntityId { get; init; }

    /// <summary>The keys that assertions may be encrypted for: the current one, and others while they change.</summary>
    public IReadOnlyList<CertifiedKey> DecryptionKeys { get; init; } = [];

    /// <summary>How far clocks may differ: 60 seconds unless set, never above <see cref="WidestTolerance"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set below zero or too wide.</exception>
    public TimeSpan ClockTolerance
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, WidestTolerance);
            field = value;
        }
    } = TimeSpan.FromSeconds(60);

    /// <summary>How old an assertion may be, whatever it says itself; this bounds how long its ID must be remembered.</summary>
    public TimeSpan LongestAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How much of a message is read.</summary>
    public MessageLimits Limits { get; init; } = MessageLimits.Message;
}
