namespace Keyline.Portal.Frame;

public enum NoticeKind
{
    Info,
    Success,
    Warn,
    Error,
}
