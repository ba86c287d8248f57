using Keyline.Identity.Domains;
using Keyline.Server.Hosting;

namespace Keyline.Server.Cli.Doctor;

/// <summary>Whether a resolver answers, without which no domain can be verified.</summary>
internal sealed class DnsCheck(IDnsTexts dns, KeylineOptions options) : IInstallationCheck
{
    private const string About = "DNS";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        var host = new Uri(options.PublicOrigin).IdnHost;
        var name = Uri.CheckHostName(host) == UriHostNameType.Dns && host.Contains('.', StringComparison.Ordinal) ? host : "example.com";
        var answer = await dns.FindAsync(name, ct);

        // That a name does not exist is an answer, too.
        return answer.Ok || answer.Fault.Code == DnsFaultCode.NameUnknown
            ? [Finding.Ok(About, "the resolver answers")]
            : [Finding.Fail(About, answer.Fault.Detail, "Set Dns:Resolvers, or correct /etc/resolv.conf: domains can't be verified, and verified ones run out.")];
    }
}
