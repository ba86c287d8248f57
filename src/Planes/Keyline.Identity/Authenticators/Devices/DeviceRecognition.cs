using Keyline.Identity.People;
using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.Devices;

/// <summary>Knows browsers again with which a person has signed in.</summary>
public sealed class DeviceRecognition(IKnownDeviceStore store, TimeProvider time)
{
    /// <summary>The hash of a cookie's secret, if it is a known browser of exactly this person.</summary>
    public async Task<byte[]?> FindAsync(TenantId tenantId, PersonId? person, SecretText? secret, CancellationToken ct) =>
        secret is not null && secret.Reveal().Length == BearerSecret.Length
        && await store.FindAsync(tenantId, BearerSecret.Hash(secret), time.GetUtcNow(), ct) is { } device && device.PersonId == person
            ? device.SecretHash
            : null;

    /// <summary>Makes the browser known with the next commit, under a new secret: the old one is worth nothing afterwards.</summary>
    public async Task<SecretText> AddAsync(Person person, byte[]? known, CancellationToken ct)
    {
        if (known is not null)
        {
            await store.RemoveAsync(person.TenantId, known, ct);
        }

        var secret = BearerSecret.New();
        var now = time.GetUtcNow();
        await store.AddAsync(
            new KnownDevice
            {
                SecretHash = BearerSecret.Hash(secret),
                TenantId = person.TenantId,
                PersonId = person.Id,
                LastUsedAt = now,
                ExpiresAt = now + KnownDevice.Lifetime,
            },
            ct);
        return secret;
    }
}
