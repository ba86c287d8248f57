namespace Keyline.Portal.Frame;

/// <summary>A notice that is shown once, on the page that follows an action.</summary>
public sealed record Flash(NoticeKind Kind, string Text);
