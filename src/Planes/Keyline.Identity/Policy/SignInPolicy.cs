using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;

namespace Keyline.Identity.Policy;

/// <summary>What a tenant demands of a sign-in.</summary>
public sealed record SignInPolicy
{
    public required TenantSettings Settings { get; init; }

    /// <summary>How strong the sign-in of somebody with a role must be; the strictest role counts.</summary>
    public IReadOnlyDictionary<string, Assurance> AssuranceByRole { get; init; } = new Dictionary<string, Assurance>();
}
