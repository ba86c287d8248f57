namespace Keyline.Identity.Domains;

/// <summary>Why a domain was not claimed, verified or changed.</summary>
public enum DomainFaultCode
{
    /// <summary>The text is not a domain of e-mail addresses.</summary>
    NotADomain,

    /// <summary>Nobody owns this name: companies register names under it.</summary>
    PublicSuffix,

    /// <summary>Anybody can have an address there.</summary>
    PublicMailDomain,

    /// <summary>The tenant has claimed it already.</summary>
    AlreadyClaimed,

    /// <summary>The tenant has as many claims as one may have.</summary>
    TooMany,

    /// <summary>The tenant has no such claim.</summary>
    NotFound,

    /// <summary>DNS answers, and has no TXT record at the challenge's name.</summary>
    RecordMissing,

    /// <summary>There are TXT records, and none is the challenge.</summary>
    RecordDiffers,

    /// <summary>DNS could not be asked; that says nothing about the record.</summary>
    ResolverFailed,

    /// <summary>Another tenant of this installation has verified the domain.</summary>
    VerifiedElsewhere,

    /// <summary>The claim was made too long ago and never proved.</summary>
    ClaimExpired,

    /// <summary>The tenant has no such connection.</summary>
    UnknownConnection,

    /// <summary>The tenant's plan has no single sign-on.</summary>
    PlanWithoutSso,

    /// <summary>Somebody else changed the same at the same time.</summary>
    Conflict,
}
