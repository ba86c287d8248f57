using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Demo;

/// <summary>The accounts that need no IdP: the company's break-glass account, and somebody of the operator's staff.</summary>
internal sealed class DemoAccounts(DemoWork work)
{
    public const string BreakGlass = "emergency";
    public const string Operator = "olivia";

    /// <summary>Makes the break-glass account, and sets it up as its holder would.</summary>
    /// <returns>The secret of its authenticator app.</returns>
    public async Task<string> AddBreakGlassAsync(Tenant company, CancellationToken ct)
    {
        var actor = new CredentialActor(DemoWork.At(company).Party, DemoDirectory.Client, Keep: null);
        var made = await work.MustAsync((CreateBreakGlass create) => create.RunAsync(company, BreakGlass, "Emergency access", [], actor, ct));
        var opened = await work.DoAsync((UseLink use) => use.OpenAsync(company, made.Link.Secret, ct));
        var secret = opened?.App?.Secret.Reveal() ?? throw new InvalidOperationException("The one-time link offers no authenticator app.");
        await DemoDirectory.UseAsync(work, company, made.Link.Secret, () => DemoCode.Of(secret, DateTimeOffset.UtcNow), ct);
        return secret;
    }

    /// <summary>Makes an operator: a person of the operator's tenant, in a group that has the role.</summary>
    public async Task AddOperatorAsync(Tenant operators, CancellationToken ct)
    {
        var actor = DemoWork.At(operators);
        var person = await work.MustAsync((AddPerson add) => add.AddAsync(
            actor, new PersonDraft { UserName = Operator, DisplayName = "Olivia Operator", Email = "olivia@operator.example" }, ct));
        var group = await work.MustAsync((AddGroup add) => add.AddAsync(actor, Group.LocalTo(operators.Id), "operators", "Operators", ct));
        await work.MustAsync((AddMapping add) => add.AddAsync(actor, group.Id, BuiltInRoles.Operator, null, ct));
        await work.MustAsync((ChangeMembers members) => members.AddAsync(actor, group.Id, person.Id, ct));
        await DemoDirectory.ChoosePasswordAsync(work, operators, person, ct);
    }
}
