using Keyline.Saml.Signatures;

namespace Keyline.Saml.Encryption;

/// <summary>What a message may be decrypted with.</summary>
/// <param name="Keys">Our keys.</param>
/// <param name="AllowCbc">Whether AES-CBC is allowed.</param>
/// <param name="Limits">How much of the decrypted text is read.</param>
/// <param name="Identifiers">The IDs of the message around it, which must not come again inside.</param>
internal sealed record DecryptionOptions(
    IReadOnlyList<CertifiedKey> Keys, bool AllowCbc, MessageLimits Limits, HashSet<string> Identifiers);
