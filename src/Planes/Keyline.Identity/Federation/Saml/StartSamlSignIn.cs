using Keyline.Identity.SignIn;
using Keyline.Saml.Messages;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Saml;

/// <summary>Sends a browser to a SAML IdP (Profiles 4.1.2).</summary>
public sealed class StartSamlSignIn(SignInTransactions transactions, SamlKeys keys, PublicOrigin origin, TimeProvider time)
{
    public async Task<Result<SignInStart, SignInFault>> StartAsync(NewSignIn wanted, CancellationToken ct)
    {
        var settings = (SamlConnectionSettings)wanted.Connection.Settings;
        if (settings.Provider is not { } provider || SamlTrust.SignOnOf(provider, settings.RequestBinding) is not { } target)
        {
            return new SignInFault(SignInFaultCode.SettingsInvalid, "the IdP's metadata has not been read, or names no address for sign-in");
        }

        var addresses = origin.Of(wanted.Tenant, wanted.Connection);
        var contexts = wanted.StepUpTo is { } needed ? AssuranceRule.ContextsFor(needed) : settings.AuthnContexts;
        var request = new AuthnRequest
        {
            Id = ProtocolMessage.NewId(),
            IssueInstant = time.GetUtcNow(),
            Issuer = addresses.SamlEntityId,
            Destination = target.Location,
            AssertionConsumerService = addresses.SamlConsumer,
            ForceAuthn = settings.ForceAuthn || wanted.ForceAuthentication || wanted.StepUpTo is not null,
            NameIdFormat = settings.NameIdFormat,
            RequestedAuthnContexts = contexts,
            Comparison = AuthnContextComparison.Exact,
            ProviderName = "Keyline",
        };
        var started = await transactions.BeginAsync(
            wanted with { ForceAuthentication = request.ForceAuthn }, request.Id, BearerSecret.New(),
            new TransactionDetails { RequiredContexts = contexts }, ct);
        using var key = settings.SignRequests || provider.WantsSignedRequests ? keys.OpenCurrent(wanted.Connection.Id, settings) : null;
        return new SignInStart(SamlStep.Of(request, target.Binding, key, started.State.Reveal()), started.Browser);
    }
}
