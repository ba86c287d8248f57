namespace Keyline.Identity.SignIn;

/// <summary>Why a sign-in was refused.</summary>
public enum SignInFaultCode
{
    /// <summary>The tenant's plan has no single sign-on.</summary>
    PlanWithoutSso,

    /// <summary>There is no such connection in the tenant.</summary>
    UnknownConnection,

    /// <summary>The connection may only be tested.</summary>
    ConnectionDisabled,

    /// <summary>No sign-in is under way under that state or RelayState.</summary>
    UnknownTransaction,

    /// <summary>The sign-in took longer than its lifetime.</summary>
    TransactionExpired,

    /// <summary>The answer came a second time.</summary>
    TransactionSpent,

    /// <summary>The answer came in another browser than the one that started.</summary>
    WrongBrowser,

    /// <summary>The sign-in was started at another connection: a mix-up.</summary>
    WrongConnection,

    /// <summary>A response without a request, at a connection that does not take these.</summary>
    UnsolicitedRefused,

    /// <summary>An assertion that was used before.</summary>
    Replayed,

    /// <summary>The protocol's own checks refused the response; the protocol's code says which.</summary>
    ResponseRefused,

    /// <summary>The IdP itself answered with an error.</summary>
    ProviderRefused,

    /// <summary>The IdP could not be asked.</summary>
    ProviderUnreachable,

    /// <summary>The IdP gave no immutable subject.</summary>
    SubjectMissing,

    /// <summary>A transient NameID names a session, not a person.</summary>
    TransientSubject,

    /// <summary>An e-mail address is not an identity: it can be given to somebody else.</summary>
    MutableSubject,

    /// <summary>The subject is longer than can be kept.</summary>
    SubjectTooLong,

    /// <summary>The IdP named another tenant or domain than the connection expects.</summary>
    WrongTenantClaim,

    /// <summary>Nobody is known under this subject, and the connection makes nobody.</summary>
    PersonUnknown,

    /// <summary>The person may not sign in.</summary>
    PersonDeactivated,

    /// <summary>The account is a break-glass account, which signs in locally alone.</summary>
    BreakGlassAccount,

    /// <summary>The name, address or number belongs to an account that is not linked to this identity (I4).</summary>
    AccountExists,

    /// <summary>The identity is linked to somebody else than the invited person.</summary>
    LinkedToAnother,

    /// <summary>The invitation is spent, expired or of another connection.</summary>
    InvitationInvalid,

    /// <summary>The sign-in was not strong enough for what the person may do.</summary>
    AssuranceTooLow,

    /// <summary>The sign-in is older than was asked for.</summary>
    AuthenticationTooOld,

    /// <summary>User name or password is wrong.</summary>
    WrongCredentials,

    /// <summary>Too many attempts; it must wait.</summary>
    Throttled,

    /// <summary>The connection's settings can't be used as they are.</summary>
    SettingsInvalid,

    /// <summary>Two sign-ins of the same person got in each other's way repeatedly.</summary>
    Conflict,
}
