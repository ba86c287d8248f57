using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Settings;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.BreakGlass;

/// <summary>Break-glass in the console: the list, one account, and what is done to it.</summary>
internal static class BreakGlassEndpoints
{
    private const string Base = "/t/{tenant}/console/break-glass";
    private const string One = Base + "/{account:guid}";
    private const int MaxDrills = 200;

    private static readonly AccessRule _rule = AccessRule.Has(Permissions.BreakGlassManage);

    public static void MapBreakGlass(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Base, ListAsync).WithMetadata(_rule);
        routes.MapGet(Base + "/new", (HttpContext context) => Page.Of<NewAccountPage>(context.Surroundings(), NewAccountModel.Empty)).WithMetadata(_rule);
        routes.MapPost(Base + "/new", CreateAsync).WithMetadata(_rule);
        routes.MapGet(One, ShowAsync).WithMetadata(_rule);
        routes.MapPost(One + "/networks", LimitAsync).WithMetadata(_rule);
        routes.MapGet(One + "/remove", AskToRemoveAsync).WithMetadata(_rule);
        routes.MapPost(One + "/remove", RemoveAsync).WithMetadata(_rule);
        routes.MapOneTimeLinks(One + "/link", _rule);
        routes.MapDrills(One, _rule);
    }

    /// <summary>How one account of the tenant stands; null when it has no such account.</summary>
    internal static async Task<BreakGlassStatus?> FindAsync(HttpContext context, BreakGlassStatusReader statuses, Guid account, CancellationToken ct) =>
        (await statuses.ReadAsync(context.Tenant().Id, ct)).FirstOrDefault(status => status.Person.Id == new PersonId(account));

    /// <summary>The drills of one account, the newest first.</summary>
    internal static async Task<IReadOnlyList<Drill>> DrillsAsync(IBreakGlassStore store, Person account, CancellationToken ct) =>
        [.. (await store.ListDrillsAsync(account.TenantId, MaxDrills, ct)).Where(drill => drill.PersonId == account.Id)];

    internal static string PathOf(HttpContext context, Guid account, string path = "") =>
        new TenantPaths(context.Tenant().Slug.Value).InConsole($"break-glass/{account}{path}");

    private static async Task<IResult> ListAsync(
        HttpContext context, BreakGlassStatusReader statuses, ISettingsStore settings, CancellationToken ct)
    {
        var accounts = await statuses.ReadAsync(context.Tenant().Id, ct);
        var alerts = (await settings.GetAsync(context.Tenant().Id, ct)).AlertAddresses;
        return Page.Of<BreakGlassPage>(context.Surroundings(), new BreakGlassModel(accounts, accounts.Count > 0 && alerts.Count == 0));
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context, PostedForm form, CreateBreakGlass create, PublicOrigin origin, CancellationToken ct)
    {
        var (userName, name, networks) = (form.Text("user-name"), form.Text("name"), form.Text("networks"));
        var created = await create.RunAsync(
            Actor.Of(context.SignedIn(), context.Client()), userName, name.Length > 0 ? name : userName, BreakGlassWords.Lines(networks), ct);
        if (created.Ok)
        {
            return OneTimeLinkEndpoints.Show(context, origin, created.Value.Person, created.Value.Link, isNew: true);
        }

        var why = Answers.Sentence(created.Fault.Detail);
        var aboutNetworks = created.Fault.Code == BreakGlassFaultCode.BadNetwork;
        return Page.Of<NewAccountPage>(
            context.Surroundings(), new NewAccountModel(userName, name, networks, aboutNetworks ? null : why, aboutNetworks ? why : null),
            StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> ShowAsync(
        HttpContext context, Guid account, BreakGlassStatusReader statuses, IBreakGlassStore store, CancellationToken ct) =>
        PageAsync(context, account, statuses, store, null, ct);

    private static async Task<IResult> PageAsync(
        HttpContext context, Guid account, BreakGlassStatusReader statuses, IBreakGlassStore store, (string Typed, string Why)? refusal, CancellationToken ct) =>
        await FindAsync(context, statuses, account, ct) is { } status
            ? Page.Of<AccountPage>(
                context.Surroundings(),
                new AccountModel
                {
                    Status = status,
                    Drills = await DrillsAsync(store, status.Person, ct),
                    Networks = refusal?.Typed ?? string.Join('\n', status.Account.AllowedNetworks),
                    NetworksError = refusal?.Why,
                },
                Answers.StatusOf(refusal?.Why))
            : Answers.NotFound(context);

    private static async Task<IResult> LimitAsync(
        HttpContext context, Guid account, PostedForm form, ChangeBreakGlass change, BreakGlassStatusReader statuses, IBreakGlassStore store,
        CancellationToken ct)
    {
        var typed = form.Text("networks");
        var limited = await change.LimitAsync(
            context.Tenant().Id, new PersonId(account), BreakGlassWords.Lines(typed), CredentialActor.Of(context.SignedIn(), context.Client()), ct);
        if (!limited.Ok)
        {
            return await PageAsync(context, account, statuses, store, (typed, Answers.Sentence(limited.Fault.Detail)), ct);
        }

        context.Flash(FlashCode.Saved);
        return TypedResults.LocalRedirect(PathOf(context, account));
    }

    private static async Task<IResult> AskToRemoveAsync(HttpContext context, Guid account, BreakGlassStatusReader statuses, CancellationToken ct) =>
        await FindAsync(context, statuses, account, ct) is { } status
            ? Answers.Confirm(context, ConsoleArea.BreakGlass, Removal(context, status))
            : Answers.NotFound(context);

    private static async Task<IResult> RemoveAsync(
        HttpContext context, Guid account, PostedForm form, ChangeBreakGlass change, BreakGlassStatusReader statuses, CancellationToken ct)
    {
        if (await FindAsync(context, statuses, account, ct) is not { } status)
        {
            return Answers.NotFound(context);
        }

        if (form.Text("confirm") != status.Person.UserName)
        {
            return Answers.Refused(context, ConsoleArea.BreakGlass, Removal(context, status), "the user name that was typed is another one; nothing was removed");
        }

        var removed = await change.RemoveAsync(
            context.Tenant(), status.Person.Id, CredentialActor.Of(context.SignedIn(), context.Client()), ct);
        if (!removed.Ok)
        {
            return Answers.Refused(context, ConsoleArea.BreakGlass, Removal(context, status), removed.Fault.Detail);
        }

        context.Flash(FlashCode.Removed);
        return TypedResults.LocalRedirect(new TenantPaths(context.Tenant().Slug.Value).InConsole("break-glass"));
    }

    private static ConfirmModel Removal(HttpContext context, BreakGlassStatus status) => new()
    {
        Title = $"Remove {status.Person.UserName}",
        Question = $"Remove the break-glass account '{status.Person.UserName}'?",
        Consequences =
        [
            "Its sessions end at once.",
            "Its password, second factors and recovery codes are gone, and cannot be brought back.",
            "What it did stays in the audit log.",
        ],
        Verb = "Remove the account",
        Action = PathOf(context, status.Person.Id.Value, "/remove"),
        CancelHref = PathOf(context, status.Person.Id.Value),
        TypeToConfirm = status.Person.UserName,
    };
}
