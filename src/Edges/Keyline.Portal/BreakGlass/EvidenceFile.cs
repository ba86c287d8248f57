using Keyline.Identity.BreakGlass.Evidence;

namespace Keyline.Portal.BreakGlass;

/// <summary>A drill's record as a text file, with all that is needed to check it elsewhere.</summary>
internal static class EvidenceFile
{
    public static string Write(string evidence, byte[] signature, EvidenceKey? key) =>
        $"""
        {evidence}
        --
        signature: {Convert.ToBase64String(signature)}
        key: {key?.Id ?? "not known any more"}
        public-key: {(key is null ? "" : Convert.ToBase64String(key.PublicKey))}
        The signature is ECDSA P-256 with SHA-256, as r and s of 32 bytes each, over the text above the dashes in UTF-8,
        without its last line end. The public key is a SubjectPublicKeyInfo in Base64.

        """.ReplaceLineEndings("\n");
}
