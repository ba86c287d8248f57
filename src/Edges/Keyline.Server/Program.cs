using System.CommandLine;
using Keyline.Server.Cli;
using Keyline.Server.Cli.Demo;

var root = new RootCommand("Keyline: one corporate sign-in for every VoIP app, and separate keys for every SIP device.")
{
    CommandScope.Config,
    CommandScope.Set,
    ServeCommand.Make(),
    TenantCommands.Make(),
    DomainCommands.Make(),
    PersonCommands.Make(),
    SessionCommands.Make(),
    SiteCommands.Make(),
    AuditCommands.Make(),
    BreakGlassCommand.Make(),
    DoctorCommand.Make(),
    KeyCommand.Make(),
    DemoCommand.Make(),
};
return await root.Parse(args).InvokeAsync();
