using Keyline.Identity.SignIn;
using Keyline.Saml.Messages;
using Keyline.Saml.Signatures;
using Keyline.Saml.Verification;

namespace Keyline.Identity.Federation.Saml;

/// <summary>What the protocol library needs to know of a connection.</summary>
internal static class SamlTrust
{
    /// <summary>Whom to believe; a fault when the settings name nobody, or no usable key.</summary>
    public static Result<IdentityProviderTrust, SignInFault> Of(SamlConnectionSettings settings)
    {
        if (settings.Provider is not { } provider)
        {
            return new SignInFault(SignInFaultCode.SettingsInvalid, "the IdP's metadata has not been read yet");
        }

        var keys = provider.SigningCertificates.Select(VerificationKey.Read).Where(key => key.Ok).Select(key => key.Value).OfType<VerificationKey>().ToList();
        return keys.Count == 0
            ? new SignInFault(SignInFaultCode.SettingsInvalid, "the IdP has no certificate that can verify a signature")
            : new IdentityProviderTrust
            {
                EntityId = provider.EntityId,
                SigningKeys = keys,
                SignaturePolicy = settings.SignaturePolicy,
                AllowIdpInitiated = settings.AllowIdpInitiated,
                InsecureAllowCbc = settings.InsecureAllowCbc,
            };
    }

    /// <summary>Where to send a request, by the chosen binding or else by the other.</summary>
    public static (SamlBinding Binding, string Location)? SignOnOf(SamlProvider provider, SamlBinding preferred) =>
        Choose(preferred, provider.SingleSignOnRedirect, provider.SingleSignOnPost);

    public static (SamlBinding Binding, string Location)? LogoutOf(SamlProvider provider, SamlBinding preferred) =>
        Choose(preferred, provider.LogoutRedirect, provider.LogoutPost);

    public static (SamlBinding Binding, string Location)? LogoutResponseOf(SamlProvider provider, SamlBinding preferred) => Choose(
        preferred, provider.LogoutRedirectResponse ?? provider.LogoutRedirect, provider.LogoutPostResponse ?? provider.LogoutPost);

    private static (SamlBinding Binding, string Location)? Choose(SamlBinding preferred, string? redirect, string? post) =>
        preferred == SamlBinding.Post && post is not null ? (SamlBinding.Post, post)
        : redirect is not null ? (SamlBinding.Redirect, redirect)
        : post is not null ? (SamlBinding.Post, post)
        : null;
}
