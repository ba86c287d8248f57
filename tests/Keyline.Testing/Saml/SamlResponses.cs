using Keyline.Saml.Verification;

namespace Keyline.Testing.Saml;

/// <summary>A complete valid response, and the settings under which it is valid.</summary>
public static class SamlResponses
{
    /// <summary>The time at which it is valid.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static string Location => "https://keyline.example/t/acme/saml/corp/acs";

    public static string SpEntityId => "https://keyline.example/t/acme/saml/corp/metadata";

    public static string IdpEntityId => "https://idp.example/metadata";

    public static string RequestId => "_request1";

    public static ServiceProviderSettings Sp { get; } = new() { EntityId = SpEntityId, DecryptionKeys = [SamlTestKeys.ServiceProvider] };

    public static IdentityProviderTrust Idp { get; } = new()
    {
        EntityId = IdpEntityId,
        SigningKeys = [SamlTestKeys.Public(SamlTestKeys.IdentityProvider)],
    };

    public static ExpectedResponse Expected { get; } = new() { Location = Location, RequestId = RequestId };

    /// <summary>A response with a signed assertion, itself signed. Change one thing with <c>with</c>.</summary>
    public static SamlResponse Valid() => new();
}
