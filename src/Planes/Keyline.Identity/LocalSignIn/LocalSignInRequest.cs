using System.Net;
using Keyline.Identity.Sessions;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.LocalSignIn;

/// <summary>From where somebody signs in.</summary>
public sealed record LocalSignInRequest
{
    public required Tenant Tenant { get; init; }

    public required ClientDescription Client { get; init; }

    /// <summary>The secret by which the browser may be known.</summary>
    public SecretText? Device { get; init; }

    /// <summary>The session that the browser has now, if any; a new one replaces it.</summary>
    public SessionId? Replaces { get; init; }

    public IPAddress? Address => IPAddress.TryParse(Client.Address, out var address) ? address : null;
}
