using Keyline.OpenId.Documents;

namespace Keyline.OpenId.Keys;

/// <summary>The keys with which a provider signs, as <see cref="KeySetReader"/> has read them.</summary>
public sealed class KeySet
{
    internal KeySet(IReadOnlyList<VerificationKey> keys, IReadOnlyList<IgnoredKey> ignored)
    {
        Keys = keys;
        Ignored = ignored;
    }

    /// <summary>The keys that can verify signatures.</summary>
    public IReadOnlyList<VerificationKey> Keys { get; }

    /// <summary>The keys that are there and not used, with the reason.</summary>
    public IReadOnlyList<IgnoredKey> Ignored { get; }

    /// <summary>
    /// Finds the key for a signature. A <c>kid</c> that is not there is the fault <see cref="OAuthFaultCode.UnknownKey"/>:
    /// the caller fetches the key set again, once, if <see cref="KeySetAge"/> lets it, and verifies again.
    /// </summary>
    /// <param name="keyId">The token's <c>kid</c>; null only when the token has none.</param>
    /// <param name="algorithm">The token's algorithm, already allowed.</param>
    public Result<VerificationKey, OAuthFault> Find(string? keyId, SignatureAlgorithm algorithm)
    {
        if (keyId is null)
        {
            return FindAlone(algorithm);
        }

        if (Keys.FirstOrDefault(key => key.KeyId == keyId) is { } key)
        {
            return key.Fits(algorithm) ? key : new OAuthFault(OAuthFaultCode.UnusableKey, $"a key for {algorithm.Name()}",
                $"the key {Shown.Text(keyId)}, {key.Kind}{(key.Algorithm is { } only ? $", only for {only.Name()}" : "")}",
                "ask the provider's operator: the token is signed with another algorithm than the key is for");
        }

        return Ignored.FirstOrDefault(ignored => ignored.KeyId == keyId) is { } unusable
            ? new OAuthFault(OAuthFaultCode.UnusableKey, "a key that may verify signatures", $"the key {Shown.Text(keyId)}: {unusable.Reason}",
                "let the provider sign with another key")
            : new OAuthFault(OAuthFaultCode.UnknownKey, $"one of the keys {Shown.List(Keys.Select(known => known.KeyId ?? "without kid"))}",
                Shown.Text(keyId), "fetch the provider's keys again; if the key is still unknown, the token is not the provider's");
    }

    // OpenID Connect Core 10.1: without a kid the key must be the only one of its kind.
    private Result<VerificationKey, OAuthFault> FindAlone(SignatureAlgorithm algorithm)
    {
        var fitting = Keys.Where(key => key.Fits(algorithm)).ToList();
        return fitting switch
        {
            [var only] => only,
            [] => new OAuthFault(OAuthFaultCode.UnknownKey, $"a key for {algorithm.Name()}",
                $"keys of the kinds {Shown.List(Keys.Select(key => key.Kind))}", "fetch the provider's keys again"),
            _ => new OAuthFault(OAuthFaultCode.AmbiguousKey, "a kid, as the key set has several keys that fit", "a token without kid",
                "let the provider name its key in the token's header"),
        };
    }
}
