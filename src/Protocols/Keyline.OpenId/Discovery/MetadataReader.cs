using Keyline.OpenId.Clients;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;

namespace Keyline.OpenId.Discovery;

/// <summary>Finds and reads a provider's metadata, strictly.</summary>
public static class MetadataReader
{
    /// <summary>The request for the metadata (OpenID Connect Discovery section 4.1).</summary>
    /// <param name="party">The relying party; its settings are checked already.</param>
    public static OutgoingRequest Request(RelyingParty party) => Get(
        party.MetadataAddress ?? new Uri($"{party.Issuer.TrimEnd('/')}/.well-known/openid-configuration"));

    /// <summary>The request for the keys.</summary>
    /// <param name="metadata">The provider.</param>
    public static OutgoingRequest KeysRequest(ProviderMetadata metadata) => Get(metadata.JwksUri);

    /// <summary>Reads the metadata and refuses a provider that is not the configured one or cannot do what we need.</summary>
    /// <param name="json">The document.</param>
    /// <param name="party">The relying party.</param>
    public static Result<ProviderMetadata, OAuthFault> Read(string json, RelyingParty party)
    {
        var document = StrictJson.ReadObject(json, party.Limits.MetadataBytes, party.Limits.Depth, "the provider's metadata");
        if (!document.Ok)
        {
            return document.Fault;
        }

        var members = new ClaimSet(document.Value);

        // Discovery 4.3: the issuer must be exactly the one that was asked for. For Entra ID that is the template itself.
        if (members.FindText("issuer") is not { } issuer || issuer != party.Issuer)
        {
            return new OAuthFault(OAuthFaultCode.WrongMetadataIssuer, $"the issuer {Shown.Text(party.Issuer)}",
                Shown.Text(members.FindText("issuer")), "correct the connection's issuer, to the letter; a slash at the end matters");
        }

        var algorithms = Algorithms(members, party);
        if (algorithms.Count == 0)
        {
            return new OAuthFault(OAuthFaultCode.NoCommonAlgorithm, $"one of {Shown.List(party.Algorithms.Select(own => own.Name()))}",
                Shown.List(members.FindList("id_token_signing_alg_values_supported")), "let the provider sign ID tokens with RS256 or ES256");
        }

        return Unsupported(members, party) is { } missing ? missing : ReadEndpoints(members, party, issuer, algorithms);
    }

    private static Result<ProviderMetadata, OAuthFault> ReadEndpoints(
        ClaimSet members, RelyingParty party, string issuer, IReadOnlyList<SignatureAlgorithm> algorithms)
    {
        OAuthFault? fault = null;
        var authorization = Endpoint("authorization_endpoint", required: true);
        var token = Endpoint("token_endpoint", required: true);
        var keys = Endpoint("jwks_uri", required: true);
        var userInfo = Endpoint("userinfo_endpoint", required: false);
        var endSession = Endpoint("end_session_endpoint", required: false);
        if (fault is not null || authorization is null || token is null || keys is null)
        {
            // Endpoint has set the fault wherever it gave null for a required one.
            return fault!;
        }

        return new ProviderMetadata
        {
            Issuer = issuer,
            AuthorizationEndpoint = authorization,
            TokenEndpoint = token,
            JwksUri = keys,
            UserInfoEndpoint = userInfo,
            EndSessionEndpoint = endSession,
            Algorithms = algorithms,
            NamesIssuerInResponses = members.FindFlag("authorization_response_iss_parameter_supported") ?? false,
            TakesClaimsParameter = members.FindFlag("claims_parameter_supported") ?? false,
            SendsBackChannelLogout = members.FindFlag("backchannel_logout_supported") ?? false,
            AuthenticationClasses = members.FindList("acr_values_supported"),
            Scopes = members.FindList("scopes_supported"),
        };

        Uri? Endpoint(string name, bool required)
        {
            if (!members.Has(name))
            {
                fault ??= required ? new OAuthFault(OAuthFaultCode.MissingMember, $"'{name}'", "metadata without",
                    "check that the address is that of an OpenID provider") : null;
                return null;
            }

            if (Uri.TryCreate(members.FindText(name), UriKind.Absolute, out var address)
                && EndpointRule.Accepts(address, party.InsecureAllowHttp))
            {
                return address;
            }

            fault ??= new OAuthFault(OAuthFaultCode.InsecureEndpoint, $"'{name}' as an absolute https address without fragment",
                Shown.Text(members.FindText(name) ?? members.FindJson(name)), "let the provider publish https addresses");
            return null;
        }
    }

    // Discovery 3 makes the list required; RS256 is what a provider that leaves it out must support.
    private static List<SignatureAlgorithm> Algorithms(ClaimSet members, RelyingParty party)
    {
        var named = members.Has("id_token_signing_alg_values_supported")
            ? members.FindList("id_token_signing_alg_values_supported")
            : ["RS256"];
        return [.. party.Algorithms.Where(own => named.Contains(own.Name()))];
    }

    private static OAuthFault? Unsupported(ClaimSet members, RelyingParty party)
    {
        // What is not listed has the default of Discovery 3 and RFC 8414 2.
        if (Lacks("response_types_supported", "code"))
        {
            return Lacking("response_types_supported", "code", "allow the authorization code flow");
        }

        // RFC 8414 2 gives no default here, and most providers do PKCE without saying so.
        if (Lacks("code_challenge_methods_supported", "S256"))
        {
            return Lacking("code_challenge_methods_supported", "S256", "allow PKCE with S256");
        }

        return party.Authentication.Method is not "none" and var method && Lacks("token_endpoint_auth_methods_supported", method)
            ? Lacking("token_endpoint_auth_methods_supported", method, "choose one of the provider's methods for this connection")
            : null;

        bool Lacks(string name, string value) => members.Has(name) && !members.FindList(name).Contains(value);

        OAuthFault Lacking(string name, string value, string toDo) => new(OAuthFaultCode.UnsupportedByProvider,
            $"'{value}' in '{name}'", Shown.List(members.FindList(name)), toDo);
    }

    private static OutgoingRequest Get(Uri address) => new()
    {
        Method = "GET",
        Address = address,
        Headers = [RequestField.Of("Accept", "application/json")],
    };
}
