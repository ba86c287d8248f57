using Keyline.Portal.Design;
using Keyline.Tenancy;

namespace Keyline.Portal.Tenants;

/// <summary>The form of a tenant, with what was typed.</summary>
/// <param name="Existing">The tenant that is changed; null for a new one.</param>
/// <param name="MayManage">Whether it can be changed by whoever looks.</param>
public sealed record TenantFormModel(Tenant? Existing, bool MayManage)
{
    public string Slug { get; init; } = "";

    public string Name { get; init; } = "";

    public string Plan { get; init; } = nameof(Tenancy.Plan.Connect);

    public static IReadOnlyList<Choice> Plans { get; } =
    [
        new(nameof(Tenancy.Plan.Basic), "Basic: telephony, people sign in locally"),
        new(nameof(Tenancy.Plan.Connect), "Connect: with single sign-on"),
        new(nameof(Tenancy.Plan.Collaborate), "Collaborate: with single sign-on"),
    ];

    /// <summary>The plan that a form names; a value that is none is refused by the use case.</summary>
    public static Plan Read(string text) => Plans.Any(plan => plan.Value == text) ? Enum.Parse<Plan>(text) : (Plan)(-1);
}
