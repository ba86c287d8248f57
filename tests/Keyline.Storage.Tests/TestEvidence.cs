using System.Security.Cryptography;
using System.Text;
using Keyline.Journal;

namespace Keyline.Storage.Tests;

/// <summary>Signs with a key of its own.</summary>
internal sealed class TestEvidence : IEvidenceSigner
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Task<EvidenceSignature> SignAsync(string text, CancellationToken ct) =>
        Task.FromResult(new EvidenceSignature("test", _key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256)));

    public Task<bool> VerifyAsync(string text, EvidenceSignature signature, CancellationToken ct) => Task.FromResult(
        signature.KeyId == "test" && _key.VerifyData(Encoding.UTF8.GetBytes(text), signature.Signature.Span, HashAlgorithmName.SHA256));

    public async Task<AuditCheckpoint> SignAsync(AuditLink end, DateTimeOffset at)
    {
        var signature = await SignAsync(AuditCheckpoint.SignedText(end.TenantId, end.Number, end.Hash, at), CancellationToken.None);
        return new AuditCheckpoint(end.TenantId, end.Number, end.Hash, at, signature.KeyId, signature.Signature);
    }
}
