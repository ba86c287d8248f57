using System.Security.Cryptography;
using System.Text;

namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>
/// Hashes passwords with PBKDF2-HMAC-SHA512. Every verification costs one derivation, also for a person who has no password or
/// does not exist, and only a bounded number are computed at the same time.
/// </summary>
public sealed class PasswordHasher
{
    /// <summary>The iterations of new hashes.</summary>
    public const int Iterations = 210_000;

    private readonly PasswordGate _gate;
    private readonly int _iterations;
    private readonly PasswordHash _nobody;
    private long _derivations;

    public PasswordHasher(PasswordGate gate)
        : this(gate, Iterations)
    {
    }

    internal PasswordHasher(PasswordGate gate, int iterations)
    {
        _gate = gate;
        _iterations = iterations;
        _nobody = new PasswordHash(
            iterations, RandomNumberGenerator.GetBytes(PasswordHash.SaltSize), RandomNumberGenerator.GetBytes(PasswordHash.HashSize));
    }

    /// <summary>How many derivations were made since the start: the work that was spent.</summary>
    public long Derivations => Interlocked.Read(ref _derivations);

    /// <summary>The hash of a new password, as it is stored; null when too much is being computed already.</summary>
    public async Task<string?> HashAsync(Password password, PasswordLane lane, CancellationToken ct)
    {
        using var turn = await _gate.EnterAsync(lane, ct);
        if (turn is null)
        {
            return null;
        }

        var salt = RandomNumberGenerator.GetBytes(PasswordHash.SaltSize);
        return new PasswordHash(_iterations, salt, Derive(password.Text, salt, _iterations)).Encode();
    }

    /// <summary>Compares a password with a stored hash.</summary>
    /// <param name="password">What was typed; null when it can be no password, which costs the same and is wrong.</param>
    /// <param name="stored">The stored hash; null when there is none, which costs the same and is wrong.</param>
    /// <param name="lane">Who asks, for a fair order when much is asked at once.</param>
    /// <param name="ct">Cancels waiting.</param>
    public async Task<PasswordVerdict> VerifyAsync(Password? password, string? stored, PasswordLane lane, CancellationToken ct)
    {
        using var turn = await _gate.EnterAsync(lane, ct);
        if (turn is null)
        {
            return PasswordVerdict.Busy;
        }

        var known = PasswordHash.TryParse(stored ?? "", out var hash);
        var against = hash ?? _nobody;
        var derived = Derive(password?.Text ?? "", against.Salt, against.Iterations);
        if (against.Iterations < _iterations)
        {
            // An older hash must not answer sooner than nobody's.
            Rfc2898DeriveBytes.Pbkdf2(derived, against.Salt, _iterations - against.Iterations, HashAlgorithmName.SHA512, PasswordHash.HashSize);
        }

        var equal = CryptographicOperations.FixedTimeEquals(derived, against.Hash);
        if (!known || password is null || !equal)
        {
            return PasswordVerdict.Wrong;
        }

        return against.Iterations < _iterations ? PasswordVerdict.RightButWeaklyHashed : PasswordVerdict.Right;
    }

    private byte[] Derive(string password, byte[] salt, int iterations)
    {
        Interlocked.Increment(ref _derivations);
        var bytes = Encoding.UTF8.GetBytes(password);
        var derived = Rfc2898DeriveBytes.Pbkdf2(bytes, salt, iterations, HashAlgorithmName.SHA512, PasswordHash.HashSize);
        CryptographicOperations.ZeroMemory(bytes);
        return derived;
    }
}
