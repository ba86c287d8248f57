namespace Keyline.Identity.Mail.Outbox;

/// <summary>A mail that was committed together with its cause and waits to be sent. It is removed once the mail server has it.</summary>
public sealed record OutboxMail
{
    public const int MaxSubjectLength = 200;
    public const int MaxSealedLength = 16_384;
    public const int MaxFaultLength = 500;

    /// <summary>After how many tries it is given up; the waits between them add up to about two days.</summary>
    public const int MaxTries = 20;

    public required OutboxMailId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>The text, sealed: it may hold a one-time link.</summary>
    public required string SealedText { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this; a node that sends it moves this on first, so that no other node sends it too.</summary>
    public required DateTimeOffset NextTryAt { get; init; }

    public int Tries { get; init; }

    /// <summary>What the last try met.</summary>
    public string? LastFault { get; init; }

    /// <summary>When it was given up; somebody must look.</summary>
    public DateTimeOffset? GivenUpAt { get; init; }

    /// <summary>The purpose under which its text is sealed.</summary>
    public static string Purpose(OutboxMailId id) => $"outbox/{id}";
}
