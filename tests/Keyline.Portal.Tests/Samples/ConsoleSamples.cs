using Keyline.Identity.People;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Home;
using Keyline.Portal.Overview;

namespace Keyline.Portal.Tests.Samples;

internal static class ConsoleSamples
{
    public static TenantId Tenant { get; } = TenantId.New();

    public static Person Ada { get; } = new()
    {
        Id = PersonId.New(),
        TenantId = Tenant,
        Kind = PersonKind.Member,
        UserName = "ada",
        DisplayName = "Ada Lovelace",
        Email = "ada@acme.example",
        Phone = "+49 30 1234",
        Extension = "204",
        CreatedAt = Now.AddDays(-40),
        LastSignInAt = Now.AddMinutes(-12),
    };

    public static IEnumerable<Sample> All =>
    [
        new("home", _ => Page.Of<HomePage>(Around, new HomeModel(Ada, ["admin", "security at Berlin"]))),
        new("home-of-a-user", _ => Page.Of<HomePage>(Around with { Areas = [] }, new HomeModel(Ada, ["user"]))),
        new("overview", _ => Page.Of<OverviewPage>(Around with { Attention = 2 }, new OverviewModel
        {
            Attention =
            [
                new AttentionItem(Tone.Bad, "There is no break-glass account that works", "Create one, and finish its set-up.", "/t/acme/console/break-glass"),
                new AttentionItem(Tone.Warn, "The signing certificate of 'Acme Entra ID' ends soon", "It is good until 3 Dec.", "/t/acme/console/connections/entra"),
            ],
            Counts = [new OverviewCount("People", 1204, "/t/acme/console/people"), new OverviewCount("Verified domains", 2, "/t/acme/console/domains")],
            SignIns = [.. Enumerable.Range(1, SignInHistory.Days).Select(day => new Bar($"{day} May", day * 7 % 31, day % 4))],
        })),
        new("overview-empty", _ => Page.Of<OverviewPage>(
            Around with { Flash = new Flash(NoticeKind.Success, "Saved.") }, new OverviewModel { Attention = [], Counts = [], SignIns = null })),
    ];

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static Surroundings Around { get; } = new()
    {
        Paths = new TenantPaths("acme"),
        TenantName = "Acme Ltd",
        PersonName = "Ada Lovelace",
        Areas = Enum.GetValues<ConsoleArea>(),
    };
}
