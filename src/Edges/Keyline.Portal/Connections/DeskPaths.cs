using Keyline.Identity.Federation;
using Keyline.Portal.Frame;

namespace Keyline.Portal.Connections;

/// <summary>The addresses of one connection's pages: in the console, or under a set-up link.</summary>
/// <param name="Root">The first of them.</param>
/// <param name="IsSetup">Whether it is a set-up link's.</param>
public sealed record DeskPaths(string Root, bool IsSetup)
{
    public string Values => Root + "/values";

    public string Idp => Root + "/idp";

    public string Attributes => Root + "/attributes";

    public string Options => Root + "/options";

    public string Test => Root + "/test";

    public string Enable => Root + "/enable";

    public string Difference => Root + "/difference";

    public string Traces => Root + "/traces";

    public string Key => Root + "/key";

    public string Disable => Root + "/disable";

    public string Remove => Root + "/remove";

    public static DeskPaths InConsole(TenantPaths paths, Connection connection) => new(paths.InConsole($"connections/{connection.Slug}"), IsSetup: false);

    public static DeskPaths UnderLink(string tenant, string token) => new($"/t/{tenant}/setup/{token}/steps", IsSetup: true);
}
