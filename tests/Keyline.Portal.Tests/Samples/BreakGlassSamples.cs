using Keyline.Identity.Authenticators;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.BreakGlass.Drills;
using Keyline.Identity.People;
using Keyline.Portal.BreakGlass;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Tests.Samples;

internal static class BreakGlassSamples
{
    private const string Evidence = "keyline break-glass drill v1\naccount: envelope-1\naddress: 192.0.2.7\nsecond-factor: authenticator app\nidentity-provider: none was asked";

    public static IEnumerable<Sample> All =>
    [
        new("break-glass", _ => Page.Of<BreakGlassPage>(Around, new BreakGlassModel([Status("envelope-1", 20, used: true), Status("envelope-2", 100), NotSetUp], true))),
        new("break-glass-one", _ => Page.Of<BreakGlassPage>(Around, new BreakGlassModel([Status("envelope-1", 20)], false))),
        new("break-glass-none", _ => Page.Of<BreakGlassPage>(Around, new BreakGlassModel([], false))),
        new("break-glass-new", _ => Page.Of<NewAccountPage>(Around, new NewAccountModel("envelope-1", "", "office", null, "A network such as 192.0.2.0/24 was expected; 'office' came."), StatusCodes.Status422UnprocessableEntity)),
        new("break-glass-link", _ => Page.Of<OneTimeLinkPage>(Around, new OneTimeLinkModel("envelope-1",
            "https://sso.acme.example/t/acme/local/link/Zk3v1Q9yH2m8XcT5bR7uN4pL6wE0sJ-aGdFiKoVxYzA", ConsoleSamples.Now.AddDays(1), "/t/acme/console/break-glass/1", true))),
        new("break-glass-account", _ => Page.Of<AccountPage>(Around, Account(Status("envelope-1", 20, used: true), [Done, Open]))),
        new("break-glass-account-new", _ => Page.Of<AccountPage>(Around, Account(NotSetUp, []) with { Networks = "office", NetworksError = "A network was expected." })),
        new("break-glass-drill", _ => Page.Of<DrillPage>(Around, Drill(null))),
        new("break-glass-drill-open", _ => Page.Of<DrillPage>(Around, Drill(Open) with { IsOpen = true })),
        new("break-glass-drill-over", _ => Page.Of<DrillPage>(Around, Drill(Open))),
        new("break-glass-drill-done", _ => Page.Of<DrillPage>(Around, Drill(Done) with { IsGenuine = true })),
    ];

    private static Frame.Surroundings Around => ConsoleSamples.Around;

    private static BreakGlassStatus NotSetUp => Status("envelope-3", null) with { HasPassword = false, Factors = SecondFactors.None };

    private static Drill Open => new()
    {
        Id = DrillId.New(),
        TenantId = ConsoleSamples.Tenant,
        PersonId = PersonId.New(),
        StartedBy = "Ada Lovelace",
        StartedAt = ConsoleSamples.Now.AddMinutes(-10),
        EndsAt = ConsoleSamples.Now.AddMinutes(50),
    };

    private static Drill Done => Open with { CompletedAt = ConsoleSamples.Now.AddMinutes(-2), Evidence = Evidence, KeyId = "9f3a61c2d4e5b708", Signature = new byte[64] };

    private static DrillModel Drill(Drill? drill) => new()
    {
        Status = Status("envelope-1", drill is null ? null : 0, used: drill is not null),
        Drill = drill,
        SignInAddress = "https://sso.acme.example/t/acme/local",
    };

    private static AccountModel Account(BreakGlassStatus status, IReadOnlyList<Drill> drills) =>
        new() { Status = status, Drills = drills, Networks = "192.0.2.0/24" };

    private static BreakGlassStatus Status(string name, int? drilledDaysAgo, bool used = false)
    {
        var person = ConsoleSamples.Ada with { Id = PersonId.New(), Kind = PersonKind.BreakGlass, UserName = name, DisplayName = "Envelope in the safe" };
        return new BreakGlassStatus
        {
            Person = person,
            Account = new BreakGlassAccount
            {
                TenantId = person.TenantId,
                PersonId = person.Id,
                CreatedAt = ConsoleSamples.Now.AddDays(-200),
                AllowedNetworks = used ? ["192.0.2.0/24"] : [],
                LastDrillAt = drilledDaysAgo is { } days ? ConsoleSamples.Now.AddDays(-days) : null,
                LastUsedAt = used ? ConsoleSamples.Now.AddHours(-3) : null,
            },
            HasPassword = true,
            Factors = new SecondFactors(true, [], 9),
            RotationDueSince = used ? ConsoleSamples.Now.AddHours(-3) : null,
            DrillOverdue = drilledDaysAgo is null or > 90,
        };
    }
}
