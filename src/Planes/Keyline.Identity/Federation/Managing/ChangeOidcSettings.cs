using Keyline.Identity.Changes;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Settings;
using Keyline.OpenId.Keys;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Managing;

/// <summary>Changes an OpenID Connect connection. A secret goes in and never comes out again.</summary>
public sealed class ChangeOidcSettings(ConnectionWork work, OidcParty parties, SecretSealer sealer, ISettingsStore settings)
{
    private const int MaxSecretLength = 1000;
    private const int MaxListEntries = 30;
    private const int MaxLineLength = 500;
    private const int MaxMaxAge = 30 * 24 * 60 * 60;

    private static readonly string?[] _prompts = [null, "login", "select_account", "consent"];

    public async Task<Result<Connection, ConnectionFault>> ChangeAsync(ConnectionRight right, ConnectionId id, OidcChange wanted, CancellationToken ct)
    {
        if (Check(wanted) is { } fault)
        {
            return fault;
        }

        var found = await work.FindAsync<OidcConnectionSettings>(right, id, ConnectionKind.Oidc, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var (connection, before) = found.Value;
        var after = Apply(before, wanted, id);
        if (wanted.ClientMethod is OidcClientMethod.SecretBasic or OidcClientMethod.SecretPost && after.SealedClientSecret is null)
        {
            return ConnectionFault.Invalid("client-secret", "expected the client secret; copy it from the provider");
        }

        var changed = connection with { Settings = after };
        var party = parties.Of(right.Actor.Tenant, changed, await settings.GetAsync(right.Actor.Tenant.Id, ct));
        return !party.Ok ? ConnectionFault.Invalid("issuer", party.Fault.Detail)
            : await work.SaveUntestedAsync(right, changed, "connection.change", [.. Facts(before, after, wanted.ClientSecret is not null)]);
    }

    /// <summary>Makes a new private key for <c>private_key_jwt</c>. The old one is gone: paste the new public half at the provider, then test.</summary>
    public async Task<Result<Connection, ConnectionFault>> RenewKeyAsync(ConnectionRight right, ConnectionId id, CancellationToken ct)
    {
        var found = await work.FindAsync<OidcConnectionSettings>(right, id, ConnectionKind.Oidc, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var (connection, before) = found.Value;
        using var key = SigningKey.Generate(before.PrivateKeyAlgorithm);
        return await work.SaveUntestedAsync(right,
            connection with { Settings = before with { SealedPrivateKey = Seal(key, id) } }, "connection.key-renew", ("key", key.KeyId));
    }

    /// <summary>Our public key as the provider wants it: a JWK set; null when the connection has no key of its own.</summary>
    public string? PublicKeys(Connection connection)
    {
        if (connection.Settings is not OidcConnectionSettings { SealedPrivateKey: { } text } own
            || sealer.Open(text, OidcConnectionSettings.SecretPurpose(connection.Id)) is not { Ok: true, Value: var pem }
            || SigningKey.Read(pem, own.PrivateKeyAlgorithm) is not { Ok: true, Value: var key })
        {
            return null;
        }

        using (key)
        {
            return KeySetWriter.Write([key]);
        }
    }

    private static ConnectionFault? Check(OidcChange wanted) => wanted switch
    {
        _ when !LineText.TryParse(wanted.Issuer, MaxLineLength, out _) => ConnectionFault.Invalid("issuer", "expected the issuer, such as https://id.acme.example"),
        { MetadataAddress: { } address } when !Uri.TryCreate(address, UriKind.Absolute, out _) =>
            ConnectionFault.Invalid("metadata-address", "expected the https address of the metadata, or nothing"),
        _ when !LineText.TryParse(wanted.ClientId, MaxLineLength, out _) => ConnectionFault.Invalid("client-id", "expected the client id; copy it from the provider"),
        { ClientSecret: { } secret } when secret.Reveal().Length is 0 or > MaxSecretLength =>
            ConnectionFault.Invalid("client-secret", $"expected a client secret of 1 to {MaxSecretLength} characters"),
        _ when !_prompts.Contains(wanted.Prompt) => ConnectionFault.Invalid("prompt", "expected nothing, login, select_account or consent"),
        { MaxAgeSeconds: < 0 or > MaxMaxAge } => ConnectionFault.Invalid("max-age", $"expected 0 to {MaxMaxAge} seconds, or nothing"),
        _ when Lists(wanted).FirstOrDefault(list => list.Values.Count > MaxListEntries || list.Values.Any(value => !LineText.TryParse(value, MaxLineLength, out _)))
            is { Field: { } field } => ConnectionFault.Invalid(field, $"expected up to {MaxListEntries} short entries"),
        { RequireAcr: true, AcrValues.Count: 0 } => ConnectionFault.Invalid("acr-values", "expected the classes of which one must come"),
        _ => null,
    };

    private static IEnumerable<(string Field, IReadOnlyList<string> Values)> Lists(OidcChange wanted) =>
    [
        ("scopes", wanted.Scopes), ("allowed-tenants", wanted.AllowedTenants), ("allowed-domains", wanted.AllowedDomains), ("acr-values", wanted.AcrValues),
    ];

    private OidcConnectionSettings Apply(OidcConnectionSettings before, OidcChange wanted, ConnectionId id) => before with
    {
        Issuer = wanted.Issuer.Trim(),
        MetadataAddress = wanted.MetadataAddress is { } address ? new Uri(address) : null,
        ClientId = wanted.ClientId.Trim(),
        ClientMethod = wanted.ClientMethod,
        SealedClientSecret = wanted.ClientSecret is { } secret ? sealer.Seal(secret, OidcConnectionSettings.SecretPurpose(id)) : before.SealedClientSecret,
        SealedPrivateKey = wanted.ClientMethod == OidcClientMethod.PrivateKey && before.SealedPrivateKey is null ? NewKey(before, id) : before.SealedPrivateKey,
        Scopes = [.. wanted.Scopes.Prepend("openid").Distinct(StringComparer.Ordinal)],
        AllowedTenants = [.. wanted.AllowedTenants.Select(tenant => tenant.ToLowerInvariant())],
        AllowedDomains = [.. wanted.AllowedDomains.Select(domain => domain.ToLowerInvariant())],
        AcrValues = wanted.AcrValues,
        RequireAcr = wanted.RequireAcr,
        MaxAgeSeconds = wanted.MaxAgeSeconds,
        Prompt = wanted.Prompt,
        FormPost = wanted.FormPost,
        ReadUserInfo = wanted.ReadUserInfo,
        FollowGroupOverage = wanted.FollowGroupOverage,
        SignOutAtProvider = wanted.SignOutAtProvider,
    };

    private string NewKey(OidcConnectionSettings before, ConnectionId id)
    {
        using var key = SigningKey.Generate(before.PrivateKeyAlgorithm);
        return Seal(key, id);
    }

    private string Seal(SigningKey key, ConnectionId id) => sealer.Seal(key.WritePem(), OidcConnectionSettings.SecretPurpose(id));

    private static IEnumerable<(string Name, string Value)> Facts(OidcConnectionSettings before, OidcConnectionSettings after, bool secret)
    {
        if (secret)
        {
            yield return ("client-secret", "changed");
        }

        foreach (var (was, becomes) in Pairs(before).Zip(Pairs(after)))
        {
            if (was.Value != becomes.Value)
            {
                yield return (was.Name, $"{was.Value} -> {becomes.Value}");
            }
        }
    }

    private static (string Name, string Value)[] Pairs(OidcConnectionSettings settings) =>
    [
        ("issuer", settings.Issuer),
        ("metadata-address", settings.MetadataAddress?.OriginalString ?? ""),
        ("client-id", settings.ClientId),
        ("client-method", settings.ClientMethod.ToString()),
        ("scopes", string.Join(' ', settings.Scopes)),
        ("allowed-tenants", string.Join(' ', settings.AllowedTenants)),
        ("allowed-domains", string.Join(' ', settings.AllowedDomains)),
        ("acr-values", string.Join(' ', settings.AcrValues) + (settings.RequireAcr ? " (required)" : "")),
        ("max-age", settings.MaxAgeSeconds?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        ("prompt", settings.Prompt ?? ""),
        ("form-post", settings.FormPost.ToString()),
        ("user-info", settings.ReadUserInfo.ToString()),
        ("group-overage", settings.FollowGroupOverage.ToString()),
        ("sign-out-at-provider", settings.SignOutAtProvider.ToString()),
    ];
}
