using System.Globalization;

namespace Keyline.Server.Cli.Demo;

/// <summary>Says what to open and who to sign in as.</summary>
internal static class DemoWelcome
{
    public static void Print(string origin, DemoFolder folder, DemoState state)
    {
        Console.WriteLine();
        Console.WriteLine($"Keyline is ready.  Open  {origin}  and sign in with an e-mail address:");
        Console.WriteLine();
        Output.Table(
            ["WHO", "E-MAIL", "ROLE"],
            [
                Row(DemoCompany.Admin, "administrator: everything under Tools"),
                Row(DemoCompany.Supervisor, "supervisor"),
                Row(DemoCompany.Agent, "agent; supervisor by hand, for a few days"),
                Row(DemoCompany.Auditor, "auditor: reads, changes nothing"),
                Row(DemoCompany.Receptionist, "reception in Berlin"),
                Row(DemoCompany.BuildingAdmin, "building administrator in Zürich"),
            ],
            "");
        Console.WriteLine();
        Console.WriteLine($"Everybody's password at the corporate IdP:  {DemoCompany.Password}");
        Console.WriteLine();
        Output.Table(
            ["WITHOUT THE IDP", "OPEN", "USER NAME", "CODE NOW"],
            [
                ["break-glass account", $"{origin}/t/{SeedDemo.Company}/local", DemoAccounts.BreakGlass, DemoCode.Of(state.BreakGlassSecret, DateTimeOffset.UtcNow)],
                ["operator", $"{origin}/t/operator/local", DemoAccounts.Operator, "-"],
            ],
            "");
        Console.WriteLine();
        Console.WriteLine("They have the same password. For later codes, put this secret into an authenticator app:");
        Console.WriteLine($"  {state.BreakGlassSecret}");
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Kept in {folder.Path}. Ctrl+C stops; --fresh begins anew."));
    }

    private static string[] Row(string userName, string role)
    {
        var person = DemoCompany.People.Single(one => one.UserName == userName);
        return [person.Name, person.Email, role];
    }
}
