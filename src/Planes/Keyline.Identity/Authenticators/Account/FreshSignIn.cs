using Keyline.Identity.Sessions;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>I11: whoever changes how they prove who they are has proved it just now, as strongly as they can.</summary>
public static class FreshSignIn
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Whether a session was begun just now, with a second factor where the person has one.</summary>
    public static bool Is(LiveSession session, SecondFactors factors, DateTimeOffset now) =>
        now - session.AuthenticatedAt <= Lifetime && session.AuthenticatedAt <= now && (!factors.Any || session.Assurance >= Assurance.Aal2);
}
