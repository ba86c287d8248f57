using System.Globalization;
using Keyline.Identity.Domains;
using Keyline.Tenancy;

namespace Keyline.Identity.Federation;

/// <summary>
/// Home-realm discovery. It looks at what was typed and at the tenant's connections, and never at people: whoever types a
/// name learns where that name's domain signs in, and nothing about the person.
/// </summary>
public sealed class FindConnection(IDomainStore domains, IConnectionStore connections, ITenantStore tenants)
{
    private const int MaxIdentifierLength = 320;

    /// <summary>At the installation's first page: only a domain leads anywhere.</summary>
    public async Task<WhereToSignIn> FindAsync(string? identifier, CancellationToken ct) =>
        DomainOf(identifier) is { } name
        && await domains.FindVerifiedAsync(name, ct) is { } domain
        && await tenants.FindAsync(domain.TenantId, ct) is { } tenant
            ? await ChooseAsync(tenant, domain.ConnectionId, ct)
            : new WhereToSignIn.Unknown();

    /// <summary>At a tenant's page: the domain's connection, else the only one, else the person chooses.</summary>
    public async Task<WhereToSignIn> FindAsync(Tenant tenant, string? identifier, CancellationToken ct)
    {
        var domain = DomainOf(identifier) is { } name ? await domains.FindVerifiedAsync(name, ct) : null;
        return await ChooseAsync(tenant, domain?.TenantId == tenant.Id ? domain.ConnectionId : null, ct);
    }

    /// <summary>The domain of what looks like an e-mail address, as domains are stored; null for anything else.</summary>
    internal static string? DomainOf(string? identifier)
    {
        var text = identifier?.Trim();
        if (text is not { Length: > 2 and <= MaxIdentifierLength } || text.LastIndexOf('@') is var at && (at < 1 || at == text.Length - 1))
        {
            return null;
        }

        try
        {
            return new IdnMapping { UseStd3AsciiRules = true }.GetAscii(text[(at + 1)..].TrimEnd('.')).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // The framework tells only so that a name is no domain.
            return null;
        }
    }

    private async Task<WhereToSignIn> ChooseAsync(Tenant tenant, ConnectionId? preferred, CancellationToken ct)
    {
        var enabled = (await connections.ListAsync(tenant.Id, ct)).Where(connection => connection.Enabled && tenant.IncludesSso).ToList();
        return enabled.Find(connection => connection.Id == preferred) is { } chosen ? new WhereToSignIn.At(tenant, chosen)
            : enabled is [var only] ? new WhereToSignIn.At(tenant, only)
            : new WhereToSignIn.OneOf(tenant, enabled);
    }
}
