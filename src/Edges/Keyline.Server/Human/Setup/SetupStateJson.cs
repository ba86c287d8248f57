using Keyline.Server.Human.Admin.Domains;

namespace Keyline.Server.Human.Setup;

/// <summary>How far a set-up is.</summary>
internal sealed record SetupStateJson(
    string Tenant, string Label, DateTimeOffset ExpiresAt, string? Connection, bool Enabled, DateTimeOffset? TestedAt, IReadOnlyList<DomainJson> Domains);
