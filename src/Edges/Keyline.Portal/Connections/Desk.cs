using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.SetupLinks;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.SignIn;
using Keyline.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Portal.Connections;

/// <summary>
/// One connection and who works on it: an administrator in the console, or somebody with a set-up link. The same handlers serve
/// both; what may be done is the right's to say.
/// </summary>
internal sealed class Desk
{
    private readonly HttpContext _context;

    private Desk(HttpContext context, Result<ConnectionRight, ConnectionFault> right, Connection? connection, DeskPaths paths, SetupSession? setup)
    {
        _context = context;
        Right = right;
        Connection = connection;
        Paths = paths;
        Setup = setup;
    }

    public Result<ConnectionRight, ConnectionFault> Right { get; }

    /// <summary>The connection; null when there is none of that name.</summary>
    public Connection? Connection { get; }

    public DeskPaths Paths { get; }

    public SetupSession? Setup { get; }

    public Tenant Tenant => _context.Tenant();

    public ConnectionAddresses Addresses(Connection connection) =>
        _context.RequestServices.GetRequiredService<PublicOrigin>().Of(Tenant, connection);

    /// <summary>Binds a handler's parameter: by the link's session where there is one, else by the address.</summary>
    public static async ValueTask<Desk> BindAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        var tenant = context.Tenant();
        if (context.Features.Get<SetupSession>() is { } setup)
        {
            var own = await context.RequestServices.GetRequiredService<SetupConnection>().FindAsync(setup, ct);
            return new Desk(context, ConnectionRight.Of(setup), own,
                DeskPaths.UnderLink(tenant.Slug.Value, context.Request.RouteValues["token"] as string ?? ""), setup);
        }

        var slug = context.Request.RouteValues["slug"] as string ?? "";
        var found = TenantSlug.TryParse(slug, out _)
            ? await context.RequestServices.GetRequiredService<IConnectionStore>().FindAsync(tenant.Id, slug, ct)
            : null;
        return new Desk(context, ConnectionRight.Of(context.Actor()), found,
            new DeskPaths(new TenantPaths(tenant.Slug.Value).InConsole($"connections/{slug}"), IsSetup: false), null);
    }

    /// <summary>The frame of one page, with what was refused above it.</summary>
    public DeskFrame Frame(Connection connection, DeskStep step, string title, ConnectionFault? fault = null)
    {
        var around = Setup is null ? _context.Surroundings().With(fault?.Detail) : null;
        return new DeskFrame
        {
            Paths = Paths,
            Title = title,
            Step = step,
            Kind = connection.Kind,
            Around = around,
            TenantName = Tenant.Name,
            SetupHome = Setup is null ? "" : Paths.Root[..Paths.Root.LastIndexOf('/')],
            Flash = around is null && fault is not null ? new Flash(NoticeKind.Error, Answers.Sentence(fault.Detail)) : null,
        };
    }

    /// <summary>Where the form goes that begins a test.</summary>
    public string TestAction(Connection connection) => Setup is null ? $"/t/{Tenant.Slug}/test/{connection.Slug}"
        : $"{Paths.Root[..Paths.Root.LastIndexOf('/')]}/connection/test";

    /// <summary>Goes on to another page after a change.</summary>
    public IResult GoTo(string path)
    {
        if (Setup is null)
        {
            _context.Flash(FlashCode.Saved);
        }

        return TypedResults.LocalRedirect(path);
    }

    /// <summary>Does something to the connection, if there is one and the right to it.</summary>
    public async Task<IResult> ChangeAsync(Func<ConnectionRight, Connection, Task<IResult>> act) =>
        Connection is not { } connection ? NotFound()
        : Right.Ok ? await act(Right.Value, connection)
        : Refused(Right.Fault);

    public IResult Refused(ConnectionFault fault) => Page.Of<RefusalPage>(
        new RefusalModel
        {
            Title = "This can't be done",
            WhatHappened = Answers.Sentence(fault.Detail),
            WhatToDo = "Go back and look at the connection again.",
            TenantName = Tenant.Name,
            RetryHref = Setup is null ? new TenantPaths(Tenant.Slug.Value).InConsole("connections") : Paths.Root[..Paths.Root.LastIndexOf('/')],
            RetryText = "Go on from here",
        },
        fault.Code == ConnectionFaultCode.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);

    public IResult NotFound() => Answers.NotFound(_context);
}
