namespace Keyline.Identity.SignIn;

/// <summary>What the IdP says of a person, as the connection's attribute map found it. Null where it said nothing.</summary>
public sealed record ClaimedProfile
{
    public static ClaimedProfile Empty { get; } = new();

    public string? UserName { get; init; }

    public string? Email { get; init; }

    public string? DisplayName { get; init; }

    public string? Phone { get; init; }

    /// <summary>The IdP's own name for the tenant or domain.</summary>
    public string? Tenant { get; init; }
}
