using System.Globalization;

namespace Keyline.Identity.BreakGlass.Drills;

/// <summary>The text of a drill's record, which is signed. Its first line names its kind and version.</summary>
public static class DrillEvidence
{
    public static string Text(Drill drill, BreakGlassSignIn use) => string.Join('\n',
        "keyline break-glass drill v1",
        $"drill: {drill.Id}",
        $"tenant: {use.Tenant.Id.Value} {use.Tenant.Slug}",
        $"account: {use.Person.Id} {Line(use.Person.UserName)}",
        $"started: {Instant(drill.StartedAt)} by {Line(drill.StartedBy)}",
        $"signed-in: {Instant(use.Session.CreatedAt)}",
        $"session: {use.Session.Id}",
        $"address: {use.Session.Address}",
        $"assurance: {use.Session.Assurance.ToString().ToLowerInvariant()}",
        $"second-factor: {Line(use.SecondFactor)}",
        "identity-provider: none was asked");

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Line(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
