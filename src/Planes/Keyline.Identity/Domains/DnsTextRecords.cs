namespace Keyline.Identity.Domains;

/// <summary>The TXT records of a name that exists.</summary>
/// <param name="Texts">The whole text of each record; none when the name has other records only.</param>
public sealed record DnsTextRecords(IReadOnlyList<string> Texts);
