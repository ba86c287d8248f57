namespace Keyline.Journal;

/// <summary>Who did something, or what it was done to.</summary>
/// <param name="Kind">What it is: <c>person</c>, <c>break-glass</c>, <c>operator</c>, <c>setup-link</c>, <c>system</c>,
/// <c>connection</c>, <c>device</c> and so on.</param>
/// <param name="Id">Its identifier; empty where it has none.</param>
/// <param name="Name">Its name at that time, for reading.</param>
public sealed record AuditParty(string Kind, string Id, string Name)
{
    /// <summary>Keyline itself, on schedule.</summary>
    public static AuditParty System { get; } = new("system", "", "Keyline");

    /// <summary>Somebody not yet known.</summary>
    public static AuditParty Anonymous { get; } = new("anonymous", "", "");

    /// <summary>Nothing in particular.</summary>
    public static AuditParty None { get; } = new("none", "", "");

    /// <summary>Whoever runs commands on the server itself.</summary>
    /// <param name="user">The operating system's name for them.</param>
    public static AuditParty CommandLine(string user) => new("command-line", "", user);
}
