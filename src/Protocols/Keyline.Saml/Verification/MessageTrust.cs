using Keyline.Saml.Signatures;

namespace Keyline.Saml.Verification;

/// <summary>What a request, or an answer to a logout, is verified against, in either role.</summary>
public sealed record MessageTrust
{
    /// <summary>The other side's entity ID.</summary>
    public required string EntityId { get; init; }

    /// <summary>The keys it may sign with. The first eight are tried.</summary>
    public required IReadOnlyList<VerificationKey> SigningKeys { get; init; }

    /// <summary>The address at which the message arrived, exactly as our metadata named it.</summary>
    public required string Location { get; init; }

    /// <summary>Our keys for names that come encrypted.</summary>
    public IReadOnlyList<CertifiedKey> DecryptionKeys { get; init; } = [];

    /// <summary>Whether names may be encrypted with AES-CBC; they are only decrypted in messages that are signed.</summary>
    public bool InsecureAllowCbc { get; init; }

    /// <summary>How far clocks may differ: 60 seconds unless set, never above 300.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set below zero or too wide.</exception>
    public TimeSpan ClockTolerance
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ServiceProviderSettings.WidestTolerance);
            field = value;
        }
    } = TimeSpan.FromSeconds(60);

    /// <summary>How old a message may be. An ID need not be remembered for longer, with the tolerance added.</summary>
    public TimeSpan LongestAge { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How much of decrypted text is read.</summary>
    public MessageLimits Limits { get; init; } = MessageLimits.Message;
}
