using System.Net;
using Keyline.Identity.Authenticators.Throttling;

namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>For whom a password is hashed, so that one network's flood does not crowd the others out.</summary>
/// <param name="Network">The network that asks.</param>
/// <param name="Preferred">Whether a known-good device asks, or a person who is signed in: these go first.</param>
public sealed record PasswordLane(string Network, bool Preferred)
{
    public static PasswordLane Of(IPAddress? address, bool preferred) => new(NetworkKey.Of(address).Narrow, preferred);
}
