namespace Keyline.Identity.SamlProvider;

/// <summary>Why the identity provider refused a message or a change.</summary>
public enum SamlProviderFaultCode
{
    /// <summary>The tenant's plan has no single sign-on.</summary>
    PlanWithoutSso,

    /// <summary>The message can't be read.</summary>
    UnreadableMessage,

    /// <summary>The issuer is no app of this tenant.</summary>
    UnknownApp,

    /// <summary>The app is switched off.</summary>
    AppDisabled,

    /// <summary>The protocol's own checks refused the message; the protocol's code says which.</summary>
    MessageRefused,

    /// <summary>The message came before.</summary>
    Replayed,

    /// <summary>Nothing waits under this name: it never began, expired, or was answered.</summary>
    UnknownRequest,

    /// <summary>The request began in another browser.</summary>
    WrongBrowser,

    /// <summary>The app's name or entity ID can't be kept.</summary>
    InvalidApp,

    /// <summary>Another app of the tenant has this entity ID.</summary>
    AppExists,

    /// <summary>The app's metadata can't be used.</summary>
    MetadataRefused,
}
