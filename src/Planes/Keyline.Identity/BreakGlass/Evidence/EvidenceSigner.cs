using System.Security.Cryptography;
using System.Text;
using Keyline.Journal;
using Keyline.Secrets;

namespace Keyline.Identity.BreakGlass.Evidence;

/// <summary>Signs with an ECDSA P-256 key that is kept sealed in the database and made at the first use.</summary>
public sealed class EvidenceSigner(IEvidenceKeyStore keys, SecretSealer sealer, TimeProvider time) : IEvidenceSigner
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The master key that seals the evidence key is not configured.</exception>
    public async Task<EvidenceSignature> SignAsync(string text, CancellationToken ct)
    {
        var key = await FindNewestAsync(ct);
        if (key is null)
        {
            await keys.TryAddFirstAsync(MakeKey(), ct);
            key = await FindNewestAsync(ct) ?? throw new InvalidOperationException("The evidence key that was just kept is gone.");
        }

        using var signer = Open(key);
        return new EvidenceSignature(key.Id, signer.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));
    }

    /// <inheritdoc/>
    public async Task<bool> VerifyAsync(string text, EvidenceSignature signature, CancellationToken ct)
    {
        var known = await keys.ListAsync(ct);
        if (known.FirstOrDefault(candidate => candidate.Id == signature.KeyId) is not { } key)
        {
            return false;
        }

        using var verifier = ECDsa.Create();
        verifier.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        return verifier.VerifyData(Encoding.UTF8.GetBytes(text), signature.Signature.Span, HashAlgorithmName.SHA256);
    }

    private async Task<EvidenceKey?> FindNewestAsync(CancellationToken ct) => await keys.ListAsync(ct) is [var newest, ..] ? newest : null;

    private EvidenceKey MakeKey()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = pair.ExportSubjectPublicKeyInfo();
        var id = Convert.ToHexStringLower(SHA256.HashData(publicKey))[..EvidenceKey.MaxIdLength];
        var secret = new SecretText(Convert.ToBase64String(pair.ExportPkcs8PrivateKey()));
        return new EvidenceKey
        {
            Id = id,
            PublicKey = publicKey,
            SealedPrivateKey = sealer.Seal(secret, EvidenceKey.Purpose(id)),
            CreatedAt = time.GetUtcNow(),
        };
    }

    private ECDsa Open(EvidenceKey key)
    {
        var opened = sealer.Open(key.SealedPrivateKey, EvidenceKey.Purpose(key.Id));
        if (!opened.Ok)
        {
            throw new InvalidOperationException($"The evidence key '{key.Id}' can't be opened: {opened.Fault.Detail}.");
        }

        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(Convert.FromBase64String(opened.Value.Reveal()), out _);
        return pair;
    }
}
