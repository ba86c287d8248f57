namespace Keyline.Saml.Messages;

/// <summary>An assertion that we issue as an identity provider (Profiles 4.1.4.2): for one bearer, at one place, once.</summary>
public sealed record IssuedAssertion
{
    /// <summary>The assertion's own identifier.</summary>
    public string Id { get; init; } = ProtocolMessage.NewId();

    /// <summary>Whom it is about.</summary>
    public required NameId NameId { get; init; }

    /// <summary>The service provider's entity ID.</summary>
    public required string Audience { get; init; }

    /// <summary>Until when it may be delivered.</summary>
    public required DateTimeOffset NotOnOrAfter { get; init; }

    /// <summary>What is said of the subject.</summary>
    public IReadOnlyList<AssertedValues> Attributes { get; init; } = [];

    /// <summary>When the subject proved themselves.</summary>
    public required DateTimeOffset AuthnInstant { get; init; }

    /// <summary>How the subject proved themselves.</summary>
    public string AuthnContext { get; init; } = AuthnContexts.Unspecified;

    /// <summary>Our name of the session, for single logout.</summary>
    public string? SessionIndex { get; init; }

    /// <summary>When the session must end at the latest.</summary>
    public DateTimeOffset? SessionNotOnOrAfter { get; init; }
}
