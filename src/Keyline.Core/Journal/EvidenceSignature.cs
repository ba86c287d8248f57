namespace Keyline.Journal;

/// <summary>A signature of this installation over a text that must be believed later.</summary>
/// <param name="KeyId">Which of the installation's keys signed.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over the text in UTF-8, as r and s of 32 bytes each (IEEE P1363).</param>
public sealed record EvidenceSignature(string KeyId, ReadOnlyMemory<byte> Signature);
