namespace Keyline.OpenId;

/// <summary>Everything that this library refuses, by name.</summary>
public enum OAuthFaultCode
{
    /// <summary>A document, token or form is longer than its limit.</summary>
    DocumentTooLarge,

    /// <summary>JSON is nested deeper than its limit.</summary>
    DocumentTooDeep,

    /// <summary>Not JSON, not an object, or text that is not Unicode.</summary>
    MalformedJson,

    /// <summary>A JSON object names a member twice.</summary>
    DuplicateMember,

    /// <summary>A member that the specification or the settings require is absent.</summary>
    MissingMember,

    /// <summary>A member has another JSON type or range than the specification says.</summary>
    WrongMemberType,

    /// <summary>An HTTP answer that is neither a success nor an OAuth error.</summary>
    UnexpectedAnswer,

    /// <summary>The settings of the relying party contradict themselves or the standards.</summary>
    InvalidSettings,

    /// <summary>The provider's metadata names another issuer than the one configured.</summary>
    WrongMetadataIssuer,

    /// <summary>An endpoint is not an absolute https address.</summary>
    InsecureEndpoint,

    /// <summary>The provider and we share no signature algorithm.</summary>
    NoCommonAlgorithm,

    /// <summary>The provider says that it cannot do what the settings ask for.</summary>
    UnsupportedByProvider,

    /// <summary>The person's organization, an Entra tenant or a Google Workspace domain, is not on the connection's list.</summary>
    TenantNotAllowed,

    /// <summary>A key set has more keys than its limit.</summary>
    TooManyKeys,

    /// <summary>A key set has no key that can verify a signature.</summary>
    NoUsableKey,

    /// <summary>A key set gives away a private or a symmetric key.</summary>
    PrivateKeyPublished,

    /// <summary>A key set has two different keys under one <c>kid</c>.</summary>
    DuplicateKeyId,

    /// <summary>The key set has no key of that <c>kid</c>: fetch the key set again, once, and try again.</summary>
    UnknownKey,

    /// <summary>The key that the token names may not be used for this signature.</summary>
    UnusableKey,

    /// <summary>The token names no key and several would fit.</summary>
    AmbiguousKey,

    /// <summary>Not a signed JWT in compact form.</summary>
    MalformedToken,

    /// <summary>The token's <c>alg</c> is not on the allow list.</summary>
    AlgorithmNotAllowed,

    /// <summary>The token has critical header members; none are understood.</summary>
    CriticalHeader,

    /// <summary>The token's <c>typ</c> is that of another kind of token.</summary>
    WrongTokenType,

    /// <summary>The signature does not verify.</summary>
    BadSignature,

    /// <summary>The token was issued by somebody else.</summary>
    WrongIssuer,

    /// <summary>The token is meant for somebody else.</summary>
    WrongAudience,

    /// <summary>The token was issued to another client, or does not say to whom.</summary>
    WrongAuthorizedParty,

    /// <summary>The token's time is over.</summary>
    Expired,

    /// <summary>The token's time has not come.</summary>
    NotYetValid,

    /// <summary>The token or the sign-in is dated in the future.</summary>
    IssuedInFuture,

    /// <summary>The token answers another request, or none.</summary>
    WrongNonce,

    /// <summary>The access token or the code is not the one that the ID token speaks of.</summary>
    WrongHash,

    /// <summary>The person signed in at the provider longer ago than asked for.</summary>
    AuthenticationTooOld,

    /// <summary>The sign-in is not of the class (<c>acr</c>) that was required.</summary>
    AuthenticationClassNotMet,

    /// <summary>The subject is empty or too long.</summary>
    InvalidSubject,

    /// <summary>A parameter comes twice.</summary>
    DuplicateParameter,

    /// <summary>A required parameter is absent.</summary>
    MissingParameter,

    /// <summary>The response belongs to another request.</summary>
    WrongState,

    /// <summary>The response comes from another provider than the one that was asked (mix-up).</summary>
    WrongResponseIssuer,

    /// <summary>The person or the provider denied the sign-in.</summary>
    AccessDenied,

    /// <summary>The provider would have to show a page and was asked not to.</summary>
    InteractionRequired,

    /// <summary>The provider cannot answer at the moment.</summary>
    ProviderUnavailable,

    /// <summary>The provider refused the authorization request.</summary>
    ProviderRefused,

    /// <summary>The provider refused the token request.</summary>
    TokenRequestRefused,

    /// <summary>The access token is of a kind that we cannot use.</summary>
    UnsupportedTokenType,

    /// <summary>UserInfo speaks of somebody else than the ID token.</summary>
    WrongUserInfoSubject,

    /// <summary>The logout token does not say that it is one.</summary>
    MissingLogoutEvent,

    /// <summary>The logout token has a nonce: somebody passes an ID token off as a logout token.</summary>
    NonceInLogoutToken,

    /// <summary>The logout token names neither a session nor a subject.</summary>
    NothingToLogOut,

    /// <summary>A page of groups points to another server for the next one.</summary>
    ForeignNextPage,

    /// <summary>More groups or pages of groups than the limit.</summary>
    TooManyGroups,
}
