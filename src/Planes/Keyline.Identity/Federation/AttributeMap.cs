namespace Keyline.Identity.Federation;

/// <summary>
/// Which attribute, claim or directory attribute of the IdP holds what. Null where the protocol's own place is used
/// (NameID, <c>sub</c>, <c>entryUUID</c>) or where nothing is taken.
/// </summary>
public sealed record AttributeMap
{
    /// <summary>The immutable subject; null for the protocol's own.</summary>
    public string? Subject { get; init; }

    public string? Email { get; init; }

    public string? UserName { get; init; }

    public string? DisplayName { get; init; }

    public string? Phone { get; init; }

    /// <summary>Where the IdP names the tenant or domain; <see cref="ExpectedTenant"/> must come in it.</summary>
    public string? Tenant { get; init; }

    /// <summary>What must come in <see cref="Tenant"/>; anything else is refused.</summary>
    public string? ExpectedTenant { get; init; }

    public string? Groups { get; init; }

    /// <summary>The IdP's own role names (Entra app roles); they are treated as groups named <c>role:…</c>.</summary>
    public string? Roles { get; init; }
}
