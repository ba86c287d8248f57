namespace Keyline.Server.Outside.Mail;

/// <summary>What the server answered to one command.</summary>
/// <param name="Code">Three digits; 0 when the answer was not SMTP.</param>
/// <param name="Lines">The text of each line, control characters removed.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool Good => Code is >= 200 and < 400;

    public bool Temporary => Code is >= 400 and < 500;

    public override string ToString()
    {
        var text = string.Join(' ', Lines);
        return $"{Code} {(text.Length > 200 ? text[..200] + "…" : text)}";
    }
}
