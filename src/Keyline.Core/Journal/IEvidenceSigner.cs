namespace Keyline.Journal;

/// <summary>
/// Port: signs what must be believed later (audit checkpoints, records of drills) with the installation's own key. A text
/// begins with a line that names its kind, so that a signature over one kind is never one over another.
/// </summary>
public interface IEvidenceSigner
{
    /// <summary>Signs a text with the newest key; makes the first key where there is none.</summary>
    Task<EvidenceSignature> SignAsync(string text, CancellationToken ct);

    /// <summary>Whether a key of this installation made the signature over exactly this text.</summary>
    /// <returns><see langword="false"/> also for a key that is not known here.</returns>
    Task<bool> VerifyAsync(string text, EvidenceSignature signature, CancellationToken ct);
}
