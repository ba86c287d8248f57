using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.SignIn;
using Keyline.Identity.Tenants;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Demo;

/// <summary>Makes the sample company, by the same use cases that people and commands use: its history is what really happened.</summary>
internal sealed class SeedDemo(IServiceProvider services, Action<string> progress)
{
    public const string Company = "acme";
    public const string Provider = "acme-idp";

    private const int AtOnce = 2;
    private const int SignedOut = 24;

    private readonly DemoWork _work = new(services);

    /// <summary>Makes everything.</summary>
    /// <returns>The secret of the break-glass account's authenticator app.</returns>
    public async Task<string> RunAsync(CancellationToken ct)
    {
        progress("Making the sample company. This is done once.");
        var operators = await _work.DoAsync((EnsureOperator ensure) => ensure.EnsureAsync(ct));
        var company = await AddTenantAsync(operators, Company, "Acme Telephony", Plan.Collaborate, ct);
        var provider = await AddTenantAsync(operators, Provider, "Acme corporate sign-in", Plan.Connect, ct);

        progress($"  {DemoCompany.People.Count} people and their passwords at the corporate IdP ...");
        await new DemoDirectory(_work, provider).FillAsync(ct);
        var accounts = new DemoAccounts(_work);
        var secret = await accounts.AddBreakGlassAsync(company, ct);
        await accounts.AddOperatorAsync(operators, ct);

        progress("  the connection between the two, domain, groups and roles ...");
        var visit = new DemoVisit(_work, company, provider);
        var connections = new DemoConnections(_work, company, provider);
        var connection = await connections.ConnectAsync(visit, ct);
        await new DemoRoles(_work, company).FillAsync(connection, ct);
        await connections.AddPartnerAsync(ct);

        progress("  everybody signs in once ...");
        await VisitAsync(visit, company, connection, ct);
        await HappenAsync(visit, company, connection, ct);
        return secret;
    }

    private Task<Tenant> AddTenantAsync(Tenant operators, string slug, string name, Plan plan, CancellationToken ct) =>
        _work.MustAsync((CreateTenant create) => create.CreateAsync(DemoWork.At(operators), slug, name, plan, ct));

    private Task VisitAsync(DemoVisit visit, Tenant company, Connection connection, CancellationToken ct) => Parallel.ForEachAsync(
        Enumerable.Range(0, DemoCompany.People.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
        async (index, token) =>
        {
            var outcome = await visit.SignInAsync(connection, DemoCompany.People[index].UserName, SignInPurpose.SignIn, token);
            if (outcome is not SignInOutcome.SignedIn signedIn)
            {
                throw new InvalidOperationException($"The sample sign-in of {DemoCompany.People[index].UserName} ended as {outcome}.");
            }

            await _work.MustAsync((AddPerson people) => people.SetExtensionAsync(
                DemoWork.At(company), signedIn.Session.PersonId, DemoCompany.ExtensionOf(index), token));
            if (index < SignedOut)
            {
                await visit.SignOutAsync(signedIn.Secret, token);
            }
        });

    // What an administrator would want to see: a role given by hand, somebody who left and tried again, mistyped passwords.
    private async Task HappenAsync(DemoVisit visit, Tenant company, Connection connection, CancellationToken ct)
    {
        var actor = DemoWork.At(company);
        var agent = await FindAsync(company, DemoCompany.Agent, ct);
        await _work.MustAsync((GrantRole grant) => grant.GrantAsync(
            actor, agent.Id,
            new GrantDraft(BuiltInRoles.Supervisor, null, "Stands in for Felix while he is away", DateTimeOffset.UtcNow.AddDays(4)), ct));
        await visit.TypeAsync(DemoCompany.Agent, "quiet lamp on the dest", ct);
        await visit.TypeAsync("lena.hofman", DemoCompany.Password, ct);

        var leaver = await FindAsync(company, DemoCompany.Leaver, ct);
        await _work.MustAsync((DeactivatePerson deactivate) => deactivate.DeactivateAsync(actor, leaver.Id, ct));
        await visit.SignInAsync(connection, DemoCompany.Leaver, SignInPurpose.SignIn, ct);
    }

    private async Task<Person> FindAsync(Tenant company, string userName, CancellationToken ct) =>
        await _work.DoAsync((IPersonStore people) => people.FindByLoginAsync(company.Id, userName, ct))
        ?? throw new InvalidOperationException($"'{userName}' has signed in and is not there.");
}
