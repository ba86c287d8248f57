using System.Security.Cryptography;
using Keyline.Journal;
using Keyline.Saml.Signatures;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.SamlProvider.Keys;

/// <summary>Makes, opens and rotates the keys with which a tenant signs for its apps.</summary>
public sealed class ProviderKeys(IProviderKeyStore store, SecretSealer sealer, IIdentityJournal journal, TimeProvider time)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(3 * 365);

    /// <summary>The tenant's keys; they are made when they are first asked for.</summary>
    public async Task<ProviderKeySet> GetAsync(Tenant tenant, CancellationToken ct)
    {
        if (await store.FindAsync(tenant.Id, ct) is { } known)
        {
            return known;
        }

        var made = new ProviderKeySet { TenantId = tenant.Id, Keys = [Make(tenant, ProviderKeyState.Current)] };
        store.Add(made);
        Record(tenant, "saml-key.create", made.Current, AuditParty.System);
        return await journal.TryCommitAsync(ct)
            ? made
            : await store.FindAsync(tenant.Id, ct)
                ?? throw new InvalidOperationException($"The keys of tenant {tenant.Slug} can neither be added nor read.");
    }

    /// <summary>The key that signs. The caller disposes it.</summary>
    public async Task<CertifiedKey> OpenAsync(Tenant tenant, CancellationToken ct) => Open(tenant.Id, (await GetAsync(tenant, ct)).Current);

    /// <summary>The first step of a rotation: the next key appears in the metadata.</summary>
    public async Task<ProviderKeySet> PublishNextAsync(Tenant tenant, AuditParty actor, CancellationToken ct)
    {
        var known = await GetAsync(tenant, ct);
        if (known.Next is not null)
        {
            return known;
        }

        var next = Make(tenant, ProviderKeyState.Next);
        var after = known with { Keys = [known.Current, next] };
        store.Update(after);
        Record(tenant, "saml-key.publish", next, actor);
        await journal.CommitAsync(ct);
        return after;
    }

    /// <summary>The second step, once the apps know it: the next key signs, and the old one is gone. Without a next key, nothing changes.</summary>
    public async Task<ProviderKeySet> RotateAsync(Tenant tenant, AuditParty actor, CancellationToken ct)
    {
        var known = await GetAsync(tenant, ct);
        if (known.Next is not { } next)
        {
            return known;
        }

        var after = known with { Keys = [next with { State = ProviderKeyState.Current }] };
        store.Update(after);
        Record(tenant, "saml-key.rotate", next, actor);
        await journal.CommitAsync(ct);
        return after;
    }

    private static string Purpose(TenantId tenant, Guid key) => $"saml-provider.key/{tenant}/{key}";

    private ProviderKey Make(Tenant tenant, ProviderKeyState state)
    {
        var now = time.GetUtcNow();
        using var key = CertifiedKey.Create($"{tenant.Slug} sign-in", now.AddMinutes(-5), now + _lifetime);
        var id = Guid.CreateVersion7();
        var bytes = key.ExportPrivateKey();
        var text = new SecretText(Convert.ToBase64String(bytes));
        CryptographicOperations.ZeroMemory(bytes);
        return new ProviderKey
        {
            Id = id,
            Certificate = Convert.ToBase64String(key.PublicKey.Certificate.Span),
            SealedPrivateKey = sealer.Seal(text, Purpose(tenant.Id, id)),
            State = state,
            CreatedAt = now,
            ExpiresAt = now + _lifetime,
        };
    }

    private CertifiedKey Open(TenantId tenant, ProviderKey key)
    {
        // A row that this installation sealed and can't open is a broken world, not bad input.
        if (sealer.Open(key.SealedPrivateKey, Purpose(tenant, key.Id)) is not { Ok: true, Value: { } text })
        {
            throw new InvalidOperationException($"Signing key {key.Id} of tenant {tenant} can't be opened: is a master key missing?");
        }

        var bytes = Convert.FromBase64String(text.Reveal());
        try
        {
            return CertifiedKey.Load(Convert.FromBase64String(key.Certificate), bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private void Record(Tenant tenant, string action, ProviderKey key, AuditParty actor) => journal.Record(new AuditEntry
    {
        TenantId = tenant.Id,
        At = time.GetUtcNow(),
        Action = action,
        Outcome = AuditOutcome.Success,
        Actor = actor,
        Target = new AuditParty("saml-key", key.Id.ToString(), ""),
        Facts = new Dictionary<string, string> { ["expires"] = key.ExpiresAt.ToString("u", System.Globalization.CultureInfo.InvariantCulture) },
    });
}
