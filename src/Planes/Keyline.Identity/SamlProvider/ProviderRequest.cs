using Keyline.Identity.Access;
using Keyline.Identity.Sessions;
using Keyline.Tenancy;

namespace Keyline.Identity.SamlProvider;

/// <summary>Where a message of an app came to, and who is signed in there.</summary>
/// <param name="Tenant">The tenant whose identity provider is asked.</param>
/// <param name="SignedIn">Who has a session in this browser; null when nobody has, or the browser did not say.</param>
/// <param name="Client">Where it comes from.</param>
public sealed record ProviderRequest(Tenant Tenant, SignedIn? SignedIn, ClientDescription Client);
