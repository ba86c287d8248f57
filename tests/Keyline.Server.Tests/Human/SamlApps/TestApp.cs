using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Keyline.Identity.SamlProvider;
using Keyline.Saml;
using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Signatures;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Server.Tests.Human.SamlApps;

/// <summary>A service provider: it makes requests, and verifies what it is sent.</summary>
internal sealed class TestApp(string host, ProviderAddresses provider, CertifiedKey key)
{
    public string EntityId { get; } = $"https://{host}/sp";

    public string ConsumerService { get; } = $"https://{host}/acs";

    public string Logout { get; } = $"https://{host}/slo";

    public CertifiedKey Key { get; } = key;

    /// <summary>The metadata that an administrator registers.</summary>
    public ServiceProviderMetadata Metadata() => new()
    {
        EntityId = EntityId,
        DisplayName = host,
        SigningKeys = [Key.PublicKey],
        AssertionConsumerServices = [new MetadataEndpoint(SamlBinding.Post, ConsumerService) { Index = 0, IsDefault = true }],
        SingleLogout = [new MetadataEndpoint(SamlBinding.Redirect, Logout) { ResponseLocation = Logout + "/done" }],
        AuthnRequestsSigned = true,
    };

    public AuthnRequest Request() => new()
    {
        Id = ProtocolMessage.NewId(),
        IssueInstant = DateTimeOffset.UtcNow,
        Issuer = EntityId,
        Destination = provider.SignOn,
        AssertionConsumerService = ConsumerService,
        NameIdFormat = NameIdFormats.Persistent,
    };

    /// <summary>Where the app redirects a browser to.</summary>
    public string Redirect(ProtocolMessage message, string? relayState = "token") => SamlMessageWriter.ToRedirect(message, Key, relayState);

    /// <summary>What the app has a browser post.</summary>
    public (string Name, string Value)[] Post(ProtocolMessage message, string? relayState = "token") => Fields(SamlMessageWriter.ToPost(message, Key, relayState));

    public LogoutRequest LogoutRequest(VerifiedAssertion assertion) => new()
    {
        Id = ProtocolMessage.NewId(),
        IssueInstant = DateTimeOffset.UtcNow,
        Issuer = EntityId,
        Destination = provider.Logout,
        NameId = assertion.NameId,
        SessionIndexes = [assertion.SessionIndex ?? ""],
    };

    /// <summary>The page that carries a response to the app.</summary>
    public static async Task<PostForm> FormOnAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var form = Assert.IsType<IHtmlFormElement>(page.QuerySelector("form"), exactMatch: false);
        return new PostForm(
            form.Action,
            [.. form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name ?? "", input.Value))]);
    }

    /// <summary>Verifies a response as a strict service provider does.</summary>
    public ResponseOutcome Verify(PostForm form, IdentityProviderMetadata idp, string requestId, CertifiedKey? decryption = null)
    {
        Assert.Equal(ConsumerService, form.Action);
        return ResponseVerifier.Verify(
            form.Fields.Single(field => field.Key == "SAMLResponse").Value,
            new ServiceProviderSettings { EntityId = EntityId, DecryptionKeys = decryption is null ? [] : [decryption] },
            new IdentityProviderTrust { EntityId = idp.EntityId, SigningKeys = idp.SigningKeys, SignaturePolicy = SignaturePolicy.Both },
            new ExpectedResponse { Location = ConsumerService, RequestId = requestId },
            DateTimeOffset.UtcNow);
    }

    /// <summary>What the identity provider sends to this app's logout address: by redirect, or after a form by a page that moves on.</summary>
    public async Task<IncomingMessage> ReceiveLogoutAsync(HttpResponseMessage answer)
    {
        var address = answer.Headers.Location?.OriginalString;
        if (address is null)
        {
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            address = page.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content")?.Split("url=", 2)[1];
        }

        Assert.StartsWith(Logout, address, StringComparison.Ordinal);
        return SamlMessageReader.ReadRedirect(new Uri(address ?? "").Query, MessageLimits.Message).Get();
    }

    public MessageTrust Trust(IdentityProviderMetadata idp, string? location = null) =>
        new() { EntityId = idp.EntityId, SigningKeys = idp.SigningKeys, Location = location ?? Logout };

    public LogoutResponse LogoutAnswer(IncomingMessage request, SamlStatus status) => new()
    {
        Id = ProtocolMessage.NewId(),
        IssueInstant = DateTimeOffset.UtcNow,
        Issuer = EntityId,
        Destination = provider.Logout,
        InResponseTo = request.UnprovenId,
        Status = status,
    };

    public static (string Name, string Value)[] Fields(PostForm form) => [.. form.Fields.Select(field => (field.Key, field.Value))];
}
