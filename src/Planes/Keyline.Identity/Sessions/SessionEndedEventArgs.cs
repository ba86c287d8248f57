namespace Keyline.Identity.Sessions;

/// <summary>Says which session ended.</summary>
public sealed class SessionEndedEventArgs(LiveSession session) : EventArgs
{
    public LiveSession Session { get; } = session;
}
