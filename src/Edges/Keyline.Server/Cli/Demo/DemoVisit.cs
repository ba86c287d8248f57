using Keyline.Identity.Access;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.LocalSignIn;
using Keyline.Identity.Roles;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.SamlProvider.Logout;
using Keyline.Identity.SamlProvider.SignOn;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Demo;

/// <summary>Signs people in as a browser would: from the company to its IdP, the password there, and back with the response.</summary>
internal sealed class DemoVisit(DemoWork work, Tenant company, Tenant provider)
{
    private static readonly ClientDescription _client = DemoDirectory.Client;

    /// <summary>A whole sign-in.</summary>
    public async Task<SignInOutcome> SignInAsync(Connection connection, string userName, SignInPurpose purpose, CancellationToken ct)
    {
        var wanted = new NewSignIn { Tenant = company, Connection = connection, Purpose = purpose, ReturnPath = ReturnPath.Home(company.Slug) };
        var begun = await work.DoAsync((StartSignIn start) => start.StartAsync(wanted, _client, ct));
        var start = Expect<SignInBeginning.AtProvider>(begun).Start;
        var input = ProviderInput.OfQuery(new Uri(Expect<BrowserStep.Redirect>(start.Step).Address).Query);
        var kept = await work.DoAsync((ReceiveAuthnRequest receive) => receive.ReceiveAsync(new ProviderRequest(provider, null, _client), input, ct));
        var request = Expect<ReceiveOutcome.Kept>(kept).Started;
        var local = Expect<LocalOutcome.SignedIn>(await TypeAsync(userName, DemoCompany.Password, ct));
        var signedIn = await FindAsync(provider, local.Session.Secret, ct);
        var answered = await work.DoAsync((AnswerAuthnRequest answer) =>
            answer.AnswerAsync(new ProviderRequest(provider, signedIn, _client), request.State, _ => request.Browser, ct));
        var fields = Expect<AnswerOutcome.Post>(answered).Form.Fields.ToDictionary();
        var form = new SamlResponseForm(fields["SAMLResponse"], fields.GetValueOrDefault("RelayState"), start.Browser);
        return await work.DoAsync((FinishSamlSignIn finish) => finish.FinishAsync(company, connection, form, _client, ct));
    }

    /// <summary>Types a password at the IdP.</summary>
    public Task<LocalOutcome> TypeAsync(string userName, string password, CancellationToken ct) => work.DoAsync((BeginLocalSignIn begin) =>
        begin.RunAsync(
            new LocalSignInRequest { Tenant = provider, Client = _client }, userName, new SecretText(password), ReturnPath.Home(provider.Slug), ct));

    /// <summary>Signs out at the company, and with it at the IdP.</summary>
    public async Task SignOutAsync(SecretText secret, CancellationToken ct)
    {
        var signedIn = await FindAsync(company, secret, ct);
        var step = await work.DoAsync((SignOut signOut) => signOut.SignOutAsync(signedIn, _client, ct));
        var address = Expect<BrowserStep.Redirect>(step?.Step).Address;
        await work.DoAsync((ReceiveLogout receive) => receive.ReceiveAsync(
            new ProviderRequest(provider, null, _client), ProviderInput.OfQuery(new Uri(address).Query), ct));
    }

    private async Task<SignedIn> FindAsync(Tenant tenant, SecretText secret, CancellationToken ct) =>
        await work.DoAsync(async (IServiceProvider services) => await services.GetRequiredService<SessionCheck>().FindAsync(
            tenant, secret.Reveal(), services.GetRequiredService<ISessionStore>(), services.GetRequiredService<AccessReader>(), ct))
        ?? throw new InvalidOperationException("A session that began a moment ago is not there.");

    private static T Expect<T>(object? outcome)
        where T : class =>
        outcome as T ?? throw new InvalidOperationException($"The sample sign-in ended as {outcome}, not as {typeof(T).Name}.");
}
