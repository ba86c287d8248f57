using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>
/// A password's hash with its parameters, as it is stored: <c>pbkdf2-sha512$iterations$salt$hash</c>, the last two in Base64url.
/// </summary>
internal sealed record PasswordHash(int Iterations, byte[] Salt, byte[] Hash)
{
    public const int SaltSize = 16;
    public const int HashSize = 32;
    public const int MaxEncodedLength = 128;

    private const string Algorithm = "pbkdf2-sha512";

    // More than this was never ours, and would only burn time.
    private const int MostIterations = 10_000_000;

    public string Encode() => string.Create(CultureInfo.InvariantCulture,
        $"{Algorithm}${Iterations}${Base64Url.EncodeToString(Salt)}${Base64Url.EncodeToString(Hash)}");

    public static bool TryParse(string text, [NotNullWhen(true)] out PasswordHash? hash)
    {
        hash = null;
        if (text.Length > MaxEncodedLength || text.Split('$') is not [Algorithm, var count, var salt, var value]
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)
            || iterations is < 1 or > MostIterations || !Base64Url.IsValid(salt) || !Base64Url.IsValid(value))
        {
            return false;
        }

        var read = new PasswordHash(iterations, Base64Url.DecodeFromChars(salt), Base64Url.DecodeFromChars(value));
        hash = read.Salt.Length == SaltSize && read.Hash.Length == HashSize ? read : null;
        return hash is not null;
    }

    // A record prints its members, and a hash is not for reading.
    public override string ToString() => $"{Algorithm}, {Iterations.ToString(CultureInfo.InvariantCulture)} iterations";
}
