using System.Globalization;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Doctor;

/// <summary>Runs every check: the installation's, then those of its tenants, as many as can be looked at in reasonable time.</summary>
internal sealed class Examination(
    DatabaseCheck database, IEnumerable<IInstallationCheck> ofInstallation, IEnumerable<ITenantCheck> ofTenants, ITenantStore tenants)
{
    /// <summary>How many tenants are looked at.</summary>
    public const int MaxTenants = 1000;

    /// <summary>How many findings about tenants are reported.</summary>
    public const int MaxFindings = 100;

    private const int PageSize = 200;

    /// <summary>All findings, in the order in which they are printed.</summary>
    /// <param name="only">The only tenant to look at; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(Tenant? only, CancellationToken ct)
    {
        var findings = new List<Finding>(await database.RunAsync(ct));
        var hasTables = findings.TrueForAll(finding => finding.Level != FindingLevel.Fail);
        foreach (var check in ofInstallation.Where(check => hasTables || check is not MasterKeyCheck))
        {
            findings.AddRange(await check.RunAsync(ct));
        }

        if (hasTables)
        {
            findings.AddRange(await LookAtTenantsAsync(only, ct));
        }

        return findings;
    }

    private async Task<IReadOnlyList<Finding>> LookAtTenantsAsync(Tenant? only, CancellationToken ct)
    {
        var found = new List<Finding>();
        var looked = 0;
        TenantId? after = null;
        IReadOnlyList<Tenant> page = only is null ? await tenants.SearchAsync("", null, PageSize, ct) : [only];
        while (page.Count > 0 && looked < MaxTenants)
        {
            foreach (var tenant in page.Take(MaxTenants - looked))
            {
                looked++;
                foreach (var check in ofTenants)
                {
                    found.AddRange(await check.RunAsync(tenant, ct));
                }
            }

            after = page[^1].Id;
            page = only is null ? await tenants.SearchAsync("", after, PageSize, ct) : [];
        }

        return Bound(found, looked, page.Count > 0);
    }

    private static List<Finding> Bound(List<Finding> found, int looked, bool more)
    {
        // The worst first: a warning must not hide a failure.
        var findings = found.OrderByDescending(finding => finding.Level).Take(MaxFindings).ToList();
        var number = looked.ToString(CultureInfo.InvariantCulture);
        if (found.Count > MaxFindings)
        {
            findings.Add(Finding.Warn("tenants", $"{found.Count - MaxFindings} more findings are not shown", "Look at one tenant: 'keyline doctor --tenant SLUG'."));
        }

        if (more)
        {
            findings.Add(Finding.Warn("tenants", $"the first {number} were looked at, and there are more", "Look at one tenant: 'keyline doctor --tenant SLUG'."));
        }

        return found.Count == 0 ? [Finding.Ok("tenants", $"{number} looked at, nothing to do"), .. findings] : findings;
    }
}
