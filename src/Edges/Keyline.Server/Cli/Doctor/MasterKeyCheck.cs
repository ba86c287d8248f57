using Keyline.Identity.BreakGlass.Evidence;
using Keyline.Secrets;

namespace Keyline.Server.Cli.Doctor;

/// <summary>Whether the master key is the one that sealed what is in the database.</summary>
internal sealed class MasterKeyCheck(IEvidenceKeyStore keys, SecretSealer sealer) : IInstallationCheck
{
    private const string About = "master key";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        if (await keys.ListAsync(ct) is not [var newest, ..] all)
        {
            return [Finding.Ok(About, "is readable; nothing is sealed with it yet")];
        }

        var closed = all.Where(key => !sealer.Open(key.SealedPrivateKey, EvidenceKey.Purpose(key.Id)).Ok).ToList();
        return closed.Count == 0
            ? [Finding.Ok(About, "opens what is sealed in the database")]
            : [Finding.Fail(About, $"does not open the evidence key '{(closed.Contains(newest) ? newest : closed[0]).Id}'",
                "Use the master key of this database, and name earlier ones in OldMasterKeyFiles. Without it no sealed secret can be read.")];
    }
}
