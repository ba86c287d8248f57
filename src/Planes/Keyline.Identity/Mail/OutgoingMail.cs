namespace Keyline.Identity.Mail;

/// <summary>A plain-text mail.</summary>
public sealed record OutgoingMail
{
    /// <summary>The one recipient, as <c>name@example.com</c>.</summary>
    public required string To { get; init; }

    /// <summary>One line of any script.</summary>
    public required string Subject { get; init; }

    /// <summary>The text; lines end with <c>\n</c>.</summary>
    public required string Text { get; init; }
}
