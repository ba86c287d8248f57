namespace Keyline.Identity.Domains;

/// <summary>The kinds of failed lookups.</summary>
public enum DnsFaultCode
{
    /// <summary>The text is not a DNS name.</summary>
    NotAName,

    /// <summary>No resolver is configured or known to the system.</summary>
    NoResolver,

    /// <summary>The name does not exist. This is an answer: nobody has published anything there.</summary>
    NameUnknown,

    /// <summary>A resolver answered that it cannot or will not answer.</summary>
    ResolverFailed,

    /// <summary>No resolver answered in time.</summary>
    ResolverSilent,

    /// <summary>A resolver answered with something that is not a DNS answer to the question.</summary>
    BadAnswer,
}
