using Keyline.Tenancy;

namespace Keyline.Identity.Federation;

/// <summary>The address under which people's browsers reach this installation; from configuration, never from a request.</summary>
public sealed record PublicOrigin
{
    public PublicOrigin(string value) => Value = value.TrimEnd('/');

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Value { get; }

    public ConnectionAddresses Of(Tenant tenant, Connection connection) => new(Value, tenant.Slug, connection.Slug);
}
