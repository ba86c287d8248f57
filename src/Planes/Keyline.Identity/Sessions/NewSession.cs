using Keyline.Secrets;

namespace Keyline.Identity.Sessions;

/// <summary>A session that begins when the unit of work is committed.</summary>
/// <param name="Session">What is stored.</param>
/// <param name="Secret">What the cookie holds; it is nowhere else.</param>
public sealed record NewSession(Session Session, SecretText Secret);
