using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Demo;

/// <summary>The tenant that plays the corporate IdP: its people, groups and passwords.</summary>
internal sealed class DemoDirectory(DemoWork work, Tenant tenant)
{
    private const int AtOnce = 2;
    private const int MaxTries = 200;

    public static ClientDescription Client { get; } = new("127.0.0.1", "keyline demo");

    /// <summary>Adds everybody, puts them into their groups, and lets each choose the sample password by a one-time link.</summary>
    public async Task FillAsync(CancellationToken ct)
    {
        var actor = DemoWork.At(tenant);
        var settings = await work.DoAsync((ISettingsStore store) => store.GetAsync(tenant.Id, ct));
        await work.MustAsync((ChangeSettings change) =>
            change.ChangeAsync(actor, settings with { LocalSignIn = LocalSignInMode.Everybody }, ct));
        var groups = new Dictionary<string, GroupId>(StringComparer.Ordinal);
        foreach (var name in DemoCompany.People.SelectMany(person => person.AllGroups).Distinct())
        {
            groups[name] = (await work.MustAsync((AddGroup add) => add.AddAsync(actor, Group.LocalTo(tenant.Id), name, name, ct))).Id;
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(0, DemoCompany.People.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (index, token) =>
            {
                var sample = DemoCompany.People[index];
                var person = await work.MustAsync((AddPerson add) => add.AddAsync(
                    actor,
                    new PersonDraft
                    {
                        UserName = sample.UserName,
                        DisplayName = sample.Name,
                        Email = sample.Email,
                        Phone = DemoCompany.PhoneOf(index),
                        Extension = DemoCompany.ExtensionOf(index),
                    },
                    token));
                foreach (var group in sample.AllGroups)
                {
                    await work.MustAsync((ChangeMembers members) => members.AddAsync(actor, groups[group], person.Id, token));
                }

                await ChoosePasswordAsync(work, tenant, person, token);
            });
    }

    /// <summary>A person chooses the sample password by a one-time link.</summary>
    public static async Task ChoosePasswordAsync(DemoWork work, Tenant tenant, Person person, CancellationToken ct)
    {
        var issued = await work.MustAsync((IssueLink issue) => issue.RunAsync(
            tenant.Id, person.Id, CredentialLinkPurpose.Password, new CredentialActor(DemoWork.At(tenant).Party, Client, Keep: null), ct));
        await UseAsync(work, tenant, issued.Secret, () => "", ct);
    }

    /// <summary>Uses a one-time link. The number of passwords that are computed at once is bounded, so it may have to wait.</summary>
    public static async Task UseAsync(DemoWork work, Tenant tenant, SecretText secret, Func<string> code, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var used = await work.DoAsync((UseLink use) => use.RunAsync(tenant, secret, new SecretText(DemoCompany.Password), code(), Client, ct));
            if (used.Ok)
            {
                return;
            }

            if (used.Fault.Code != AccountFaultCode.Busy || attempt >= MaxTries)
            {
                throw new InvalidOperationException($"The sample password was refused: {used.Fault}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }
    }
}
