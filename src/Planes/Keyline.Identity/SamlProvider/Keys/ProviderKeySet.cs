namespace Keyline.Identity.SamlProvider.Keys;

/// <summary>The signing keys of one tenant's identity provider: one that signs, and at most one to follow it.</summary>
public sealed record ProviderKeySet
{
    public required TenantId TenantId { get; init; }

    public required IReadOnlyList<ProviderKey> Keys { get; init; }

    public ProviderKey Current => Keys.Single(key => key.State == ProviderKeyState.Current);

    public ProviderKey? Next => Keys.FirstOrDefault(key => key.State == ProviderKeyState.Next);
}
