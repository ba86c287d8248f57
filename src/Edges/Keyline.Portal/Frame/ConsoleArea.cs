namespace Keyline.Portal.Frame;

/// <summary>An entry of the console's navigation.</summary>
public enum ConsoleArea
{
    Overview,
    People,
    Groups,
    Roles,
    Connections,
    Domains,
    Sessions,
    BreakGlass,
    Audit,
    Tools,
    Tenants,
}
