using System.Net;
using Keyline.Identity.People;

namespace Keyline.Identity.BreakGlass;

/// <summary>What is special about a break-glass account; the rest of it is a person of that kind.</summary>
public sealed record BreakGlassAccount
{
    /// <summary>How many networks an account can be limited to.</summary>
    public const int MaxNetworks = 50;

    /// <summary>How long a drill is good for.</summary>
    public static readonly TimeSpan DrillEvery = TimeSpan.FromDays(90);

    public required TenantId TenantId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The networks (CIDR) from which it works; empty: from anywhere.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? LastDrillAt { get; init; }

    /// <summary>When the next drill is due; a new account's first one is due at once.</summary>
    public DateTimeOffset DrillDueAt => LastDrillAt is { } last ? last + DrillEvery : CreatedAt;

    /// <summary>Whether it may be used from an address. A limited account may not be used from an address that is not known.</summary>
    public bool Allows(IPAddress? address)
    {
        if (AllowedNetworks.Count == 0)
        {
            return true;
        }

        var plain = address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : address;
        return plain is not null && AllowedNetworks.Any(text => IPNetwork.TryParse(text, out var network) && network.Contains(plain));
    }
}
