using System.Security.Cryptography;
using System.Text;

namespace Keyline.Identity.Domains;

/// <summary>Looks for a claim's challenge in DNS.</summary>
public sealed class ChallengeCheck(IDnsTexts dns)
{
    /// <summary>Makes the text of a challenge: 160 random bits, in lower case because some DNS consoles change the case.</summary>
    public static string NewChallenge() => "keyline-verification=" + RandomNumberGenerator.GetHexString(40, lowercase: true);

    /// <summary>Nothing when the record is there; otherwise what is there instead.</summary>
    public async Task<Result<Unit, DomainFault>> FindAsync(Domain domain, CancellationToken ct)
    {
        var name = "_keyline-challenge." + domain.Name;
        var answer = await dns.FindAsync(name, ct);
        if (!answer.Ok)
        {
            return answer.Fault.Code == DnsFaultCode.NameUnknown
                ? Missing(name, domain)
                : new DomainFault(DomainFaultCode.ResolverFailed,
                    $"DNS could not be asked for {name}: {answer.Fault.Detail}. That says nothing about your record; try again in a few minutes");
        }

        if (answer.Value.Texts.Any(text => IsChallenge(text, domain.Challenge)))
        {
            return new Unit();
        }

        return answer.Value.Texts.Count == 0
            ? Missing(name, domain)
            : new DomainFault(DomainFaultCode.RecordDiffers,
                $"expected a TXT record at {name} with '{domain.Challenge}', found {Shown(answer.Value.Texts)}. "
                + "A change can take as long as the old record's time to live");
    }

    private static DomainFault Missing(string name, Domain domain) => new(DomainFaultCode.RecordMissing,
        $"there is no TXT record at {name} yet; publish one with '{domain.Challenge}'. New records are usually seen within minutes, at some providers within a day");

    // Consoles like to add quotation marks and spaces.
    private static bool IsChallenge(string text, string challenge) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(text.Trim(' ', '"', '\t')), Encoding.UTF8.GetBytes(challenge));

    private static string Shown(IReadOnlyList<string> texts) => string.Join(", ", texts.Take(3).Select(text =>
        "'" + new string([.. text.Take(80).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]) + "'"));
}
