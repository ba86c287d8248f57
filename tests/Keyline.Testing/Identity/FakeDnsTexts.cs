using Keyline.Identity.Domains;

namespace Keyline.Testing.Identity;

public sealed class FakeDnsTexts : IDnsTexts
{
    private readonly Dictionary<string, IReadOnlyList<string>> _texts = [];

    /// <summary>What every lookup ends in, when it is to fail.</summary>
    public DnsFault? Fault { get; set; }

    public void Publish(string name, params string[] texts) => _texts[name] = texts;

    public void Remove(string name) => _texts.Remove(name);

    public Task<Result<DnsTextRecords, DnsFault>> FindAsync(string name, CancellationToken ct)
    {
        Result<DnsTextRecords, DnsFault> answer = Fault is { } fault ? fault
            : _texts.TryGetValue(name, out var texts) ? new DnsTextRecords(texts)
            : new DnsFault(DnsFaultCode.NameUnknown, $"{name} does not exist");
        return Task.FromResult(answer);
    }
}
