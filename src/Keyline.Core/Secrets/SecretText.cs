using System.Security.Cryptography;
using System.Text;

namespace Keyline.Secrets;

/// <summary>A secret in memory. It prints as <c>***</c>, so that no record, log or error shows it by accident.</summary>
public sealed class SecretText : IEquatable<SecretText>
{
    private readonly string _text;

    /// <summary>Wraps a secret.</summary>
    /// <param name="text">The secret itself.</param>
    public SecretText(string text) => _text = text;

    /// <summary>The secret itself, for the one place that uses it.</summary>
    public string Reveal() => _text;

    /// <summary>Compares without telling by its time where the two differ.</summary>
    public bool Equals(SecretText? other) => other is not null && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(_text)), SHA256.HashData(Encoding.UTF8.GetBytes(other._text)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SecretText);

    /// <summary>The same for all secrets: a hash would tell something of the text.</summary>
    public override int GetHashCode() => 0;

    /// <summary>Never the secret.</summary>
    public override string ToString() => "***";
}
