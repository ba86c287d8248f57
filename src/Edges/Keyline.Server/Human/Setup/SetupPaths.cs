using Keyline.Identity.Federation;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Server.Human.Setup;

/// <summary>The addresses of the set-up.</summary>
internal static class SetupPaths
{
    public const string Root = "/t/{tenant}/setup/{token}";

    public static string Of(TenantSlug tenant, string token) => $"/t/{tenant}/setup/{token}";

    public static string Of(PublicOrigin origin, TenantSlug tenant, SecretText token) => origin.Value + Of(tenant, token.Reveal());
}
