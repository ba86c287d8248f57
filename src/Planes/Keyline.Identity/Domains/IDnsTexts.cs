namespace Keyline.Identity.Domains;

/// <summary>Looks up TXT records, to see whether a claimed domain is the claimant's.</summary>
public interface IDnsTexts
{
    /// <summary>Asks the resolver now; nothing is remembered.</summary>
    /// <param name="name">A full name, such as <c>_keyline.example.com</c>; other scripts than Latin are converted.</param>
    /// <param name="ct">Gives up.</param>
    Task<Result<DnsTextRecords, DnsFault>> FindAsync(string name, CancellationToken ct);
}
