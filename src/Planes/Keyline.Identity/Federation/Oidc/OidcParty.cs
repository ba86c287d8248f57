using Keyline.Identity.Settings;
using Keyline.Identity.SignIn;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Keys;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>What the protocol library needs to know of a connection.</summary>
public sealed class OidcParty(PublicOrigin origin, SecretSealer sealer)
{
    /// <summary>The relying party of a connection; a fault when its settings contradict themselves.</summary>
    public Result<RelyingParty, SignInFault> Of(Tenant tenant, Connection connection, TenantSettings tenantSettings)
    {
        var settings = (OidcConnectionSettings)connection.Settings;
        if (Authentication(connection, settings) is var authentication && !authentication.Ok)
        {
            return authentication.Fault;
        }

        var party = new RelyingParty
        {
            Issuer = settings.Issuer,
            MetadataAddress = settings.MetadataAddress,
            ClientId = settings.ClientId,
            RedirectUri = new Uri(origin.Of(tenant, connection).OidcCallback),
            Authentication = authentication.Value,
            Scopes = settings.Scopes,
            AllowedTenants = settings.AllowedTenants,
            AllowedDomains = settings.AllowedDomains,
            Subject = settings.Subject,
            ClockTolerance = tenantSettings.ClockTolerance,
            InsecureAllowHttp = tenantSettings.InsecureAllowPrivateAddresses || origin.Value.StartsWith("http://localhost", StringComparison.Ordinal),
        };
        var faults = RelyingPartyRules.Check(party);
        return faults.Count == 0
            ? party
            : new SignInFault(SignInFaultCode.SettingsInvalid, string.Join("; ", faults.Select(fault => fault.Detail)));
    }

    private Result<ClientAuthentication, SignInFault> Authentication(Connection connection, OidcConnectionSettings settings)
    {
        switch (settings.ClientMethod)
        {
            case OidcClientMethod.SecretBasic when Open(connection, settings.SealedClientSecret) is { } secret:
                return new ClientAuthentication.SecretBasic(secret);
            case OidcClientMethod.SecretPost when Open(connection, settings.SealedClientSecret) is { } secret:
                return new ClientAuthentication.SecretPost(secret);
            case OidcClientMethod.PrivateKey when Open(connection, settings.SealedPrivateKey) is { } pem:
                var key = SigningKey.Read(pem, settings.PrivateKeyAlgorithm);
                return key.Ok ? new ClientAuthentication.PrivateKey(key.Value) : new SignInFault(SignInFaultCode.SettingsInvalid, key.Fault.Detail);
            case OidcClientMethod.None:
                return new ClientAuthentication.NoSecret();
            default:
                return new SignInFault(SignInFaultCode.SettingsInvalid, $"the client's secret or key for '{settings.ClientMethod}' is missing or can't be opened");
        }
    }

    private SecretText? Open(Connection connection, string? sealedText) =>
        sealedText is not null && sealer.Open(sealedText, OidcConnectionSettings.SecretPurpose(connection.Id)) is { Ok: true, Value: var secret } ? secret : null;
}
