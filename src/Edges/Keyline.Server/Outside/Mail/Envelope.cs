namespace Keyline.Server.Outside.Mail;

/// <summary>A checked mail, ready for the wire. A class: a record would print the text, which may hold one-time links.</summary>
internal sealed class Envelope(string from, string to, string messageId, string text)
{
    public string From { get; } = from;

    public string To { get; } = to;

    public string MessageId { get; } = messageId;

    public string Text { get; } = text;
}
