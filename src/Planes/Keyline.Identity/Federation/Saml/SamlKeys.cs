using System.Security.Cryptography;
using Keyline.Saml.Signatures;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Saml;

/// <summary>Makes, opens and rotates our keys at a connection.</summary>
public sealed class SamlKeys(SecretSealer sealer, TimeProvider time)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(3 * 365);
    private const int MaxRetired = 2;

    /// <summary>A new key, sealed for its connection.</summary>
    public SamlKey Create(ConnectionId connection, SamlKeyState state)
    {
        var now = time.GetUtcNow();
        using var key = CertifiedKey.Create("Keyline", now.AddMinutes(-5), now + _lifetime);
        var id = Guid.CreateVersion7();
        var bytes = key.ExportPrivateKey();
        var text = new SecretText(Convert.ToBase64String(bytes));
        CryptographicOperations.ZeroMemory(bytes);
        return new SamlKey
        {
            Id = id,
            Certificate = Convert.ToBase64String(key.PublicKey.Certificate.Span),
            SealedPrivateKey = sealer.Seal(text, Purpose(connection, id)),
            State = state,
            CreatedAt = now,
            ExpiresAt = now + _lifetime,
        };
    }

    /// <summary>The key that signs; null when the connection has none. The caller disposes it.</summary>
    public CertifiedKey? OpenCurrent(ConnectionId connection, SamlConnectionSettings settings) =>
        settings.Keys.FirstOrDefault(key => key.State == SamlKeyState.Current) is { } current ? Open(connection, current) : null;

    /// <summary>All keys, the current one first. The caller disposes them.</summary>
    public IReadOnlyList<CertifiedKey> OpenAll(ConnectionId connection, SamlConnectionSettings settings) =>
        [.. settings.Keys.OrderBy(key => key.State).Select(key => Open(connection, key))];

    /// <summary>The first step of a rotation: another key appears in our metadata.</summary>
    public SamlConnectionSettings AddNext(ConnectionId connection, SamlConnectionSettings settings) => settings with
    {
        Keys = [.. settings.Keys.Where(key => key.State != SamlKeyState.Next), Create(connection, SamlKeyState.Next)],
    };

    /// <summary>The second step, once the IdP knows it: the next key signs, the current one only decrypts.</summary>
    public static SamlConnectionSettings Promote(SamlConnectionSettings settings) => settings.Keys.All(key => key.State != SamlKeyState.Next)
        ? settings
        : settings with
        {
            Keys =
            [
                .. settings.Keys.Where(key => key.State == SamlKeyState.Next).Select(key => key with { State = SamlKeyState.Current }),
                .. settings.Keys.Where(key => key.State != SamlKeyState.Next).OrderByDescending(key => key.CreatedAt).Take(MaxRetired)
                    .Select(key => key with { State = SamlKeyState.Retired }),
            ],
        };

    private static string Purpose(ConnectionId connection, Guid key) => $"connection.saml-key/{connection}/{key}";

    private CertifiedKey Open(ConnectionId connection, SamlKey key)
    {
        // A row that this installation sealed and can't open is a broken world, not bad input.
        var opened = sealer.Open(key.SealedPrivateKey, Purpose(connection, key.Id));
        if (!opened.Ok)
        {
            throw new InvalidOperationException($"Key {key.Id} of connection {connection} can't be opened: {opened.Fault.Detail}");
        }

        var bytes = Convert.FromBase64String(opened.Value.Reveal());
        try
        {
            return CertifiedKey.Load(Convert.FromBase64String(key.Certificate), bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
