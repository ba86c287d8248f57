using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Saml;

namespace Keyline.Portal.Connections;

/// <summary>The IdP's metadata: what is in use, and forms to give it. They post <c>metadata-url</c> or <c>metadata</c>, and <c>entity-id</c>.</summary>
public sealed record SamlIdpModel(DeskFrame Frame, SamlConnectionSettings Settings, IReadOnlyList<IdpCertificate> Certificates, FormState Form);
