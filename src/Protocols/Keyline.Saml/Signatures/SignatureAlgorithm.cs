namespace Keyline.Saml.Signatures;

/// <summary>The signature algorithms that are accepted and written. SHA-1, HMAC and DSA are not among them.</summary>
public enum SignatureAlgorithm
{
    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256 (RFC 6931, 2.3.2).</summary>
    RsaSha256,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-384 (RFC 6931, 2.3.3).</summary>
    RsaSha384,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-512 (RFC 6931, 2.3.4).</summary>
    RsaSha512,

    /// <summary>RSASSA-PSS with SHA-256, without parameters (RFC 6931, 2.3.10).</summary>
    RsaPssSha256,

    /// <summary>RSASSA-PSS with SHA-384, without parameters (RFC 6931, 2.3.10).</summary>
    RsaPssSha384,

    /// <summary>RSASSA-PSS with SHA-512, without parameters (RFC 6931, 2.3.10).</summary>
    RsaPssSha512,

    /// <summary>ECDSA with SHA-256 (RFC 6931, 2.3.6).</summary>
    EcdsaSha256,

    /// <summary>ECDSA with SHA-384 (RFC 6931, 2.3.6).</summary>
    EcdsaSha384,

    /// <summary>ECDSA with SHA-512 (RFC 6931, 2.3.6).</summary>
    EcdsaSha512,
}
