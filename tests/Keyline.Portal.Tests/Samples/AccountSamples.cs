using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Portal.Account;
using Keyline.Portal.Authenticators;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;

namespace Keyline.Portal.Tests.Samples;

internal static class AccountSamples
{
    public static IEnumerable<Sample> All =>
    [
        new("account", _ => Page.Of<ProfilePage>(Around, Profile)),
        new("account-local", _ => Page.Of<ProfilePage>(Around, Profile with
        {
            Identities = [],
            Through = null,
            Me = Profile.Me with { Groups = [], Person = ConsoleSamples.Ada with { Email = null, Phone = null } },
        })),
        new("account-sessions", _ => Page.Of<SessionsPage>(Around, new SessionsModel([Mine, Session("Safari on iPhone", "2001:db8::17")], LiveSession.Of(Mine), new Dictionary<Guid, string>()))),
        new("account-sessions-one", _ => Page.Of<SessionsPage>(Around, new SessionsModel([Mine], LiveSession.Of(Mine), new Dictionary<Guid, string>()))),
        new("account-confirm", _ => AccountConfirm),
        new("security", _ => Page.Of<SecurityPage>(Around, Security)),
        new("security-not-fresh", _ => Page.Of<SecurityPage>(Around, Security with { IsFresh = false, PasskeyOptions = null, RotationDue = true, Passkeys = [], HasTotp = false, PasswordError = "This password is too short." })),
        new("security-elsewhere", _ => Page.Of<SecurityPage>(Around, Security with { IsLocal = false, PasskeyOptions = null, ManagedBy = ["Acme Entra ID"] })),
        new("totp", _ => Page.Of<TotpPage>(Around, new TotpModel("otpauth://totp/Keyline%20Acme:ada?secret=JBSWY3DPEHPK3PXP", "JBSWY3DPEHPK3PXP", "That is not the current code of the app."))),
        new("recovery-codes", _ => Page.Of<RecoveryCodesPage>(new RecoveryCodesModel
        {
            TenantName = "Acme Ltd", Codes = [.. Enumerable.Range(0, 10).Select(i => $"k7q4-m2x{i}-9dpr")], NextHref = "/t/acme/account/security", NextText = "I have kept them",
        })),
    ];

    private static Surroundings Around => ConsoleSamples.Around;

    private static Session Mine { get; } = Session("Firefox on Linux", "192.0.2.7");

    private static Microsoft.AspNetCore.Http.IResult AccountConfirm =>
        new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<AccountConfirmPage>(new Dictionary<string, object?>
        {
            ["Around"] = Around,
            ["Area"] = AccountArea.Sessions,
            ["Model"] = new ConfirmModel
            {
                Title = "Sign out there?",
                Question = "Sign out Safari on iPhone?",
                Consequences = ["That browser is signed out at once."],
                Verb = "Sign out there",
                Action = "/t/acme/account/sessions/1/end",
                CancelHref = "/t/acme/account/sessions",
            },
        })
        { PreventStreamingRendering = true };

    private static SecurityModel Security => new()
    {
        IsLocal = true,
        IsFresh = true,
        SignInAgainHref = "/t/acme/local",
        PasswordSetAt = ConsoleSamples.Now.AddDays(-30),
        RotationDue = false,
        MinimumLength = 8,
        HasTotp = true,
        Passkeys = [new PasskeyLine("0198c0de-0000-7000-8000-000000000001", "Laptop", ConsoleSamples.Now.AddDays(-20), ConsoleSamples.Now.AddHours(-5), true)],
        RecoveryCodesLeft = 8,
        PasskeyOptions = """{"challenge":"AAAA","rp":{"id":"localhost"}}""",
    };

    private static ProfileModel Profile => new()
    {
        Me = new PersonDetails(
            ConsoleSamples.Ada, [],
            [new Group { Id = GroupId.New(), TenantId = ConsoleSamples.Tenant, ConnectionId = ConnectionId.New(), Key = "staff", Name = "Staff", CreatedAt = ConsoleSamples.Now }],
            new PersonAccess(ConsoleSamples.Ada, [], null), []),
        Identities = [new IdentityLine("Acme Entra ID", "0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0", ConsoleSamples.Now.AddDays(-40))],
        Roles =
        [
            new RoleLine("admin", "whole tenant", ["You are in the group 'IT', which brings this role."]),
            new RoleLine("user", "whole tenant", ["Everybody who belongs to the company has it."]),
        ],
        Session = LiveSession.Of(Mine),
        Through = "Acme Entra ID",
    };

    private static Session Session(string client, string address) => new()
    {
        Id = SessionId.New(),
        TenantId = ConsoleSamples.Tenant,
        PersonId = ConsoleSamples.Ada.Id,
        SecretHash = new byte[32],
        Method = SignInMethod.Saml,
        Assurance = Assurance.Aal2,
        AuthenticatedAt = ConsoleSamples.Now.AddMinutes(-30),
        CreatedAt = ConsoleSamples.Now.AddMinutes(-30),
        ExpiresAt = ConsoleSamples.Now.AddHours(8),
        IdleLimit = TimeSpan.FromHours(1),
        LastSeenAt = ConsoleSamples.Now.AddMinutes(-1),
        Client = client,
        Address = address,
    };
}
