using Keyline.Identity.People;
using Keyline.Identity.SamlProvider.Apps;

namespace Keyline.Identity.SamlProvider.Sessions;

/// <summary>The random name by which one app knows one person, for ever (Core 8.3.7).</summary>
public sealed record PairwiseName
{
    public required TenantId TenantId { get; init; }

    public required SamlAppId AppId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Value { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
