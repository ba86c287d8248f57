using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Signatures;

namespace Keyline.Identity.Federation.Saml;

/// <summary>A message on its way through the browser.</summary>
internal static class SamlStep
{
    public static BrowserStep Of(ProtocolMessage message, SamlBinding binding, CertifiedKey? key, string? relayState)
    {
        if (binding == SamlBinding.Redirect)
        {
            return new BrowserStep.Redirect(SamlMessageWriter.ToRedirect(message, key, relayState));
        }

        var form = SamlMessageWriter.ToPost(message, key, relayState);
        return new BrowserStep.Post(form.Action, form.Fields);
    }
}
