namespace Keyline.Tenancy;

/// <summary>One customer company, or the operator itself.</summary>
public sealed record Tenant
{
    /// <summary>The slug of the operator's own tenant.</summary>
    public const string OperatorSlug = "operator";

    /// <summary>Identifies the tenant, for ever.</summary>
    public required TenantId Id { get; init; }

    /// <summary>The name in addresses.</summary>
    public required TenantSlug Slug { get; init; }

    /// <summary>The name that people read; at most 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What the tenant has bought.</summary>
    public required Plan Plan { get; init; }

    /// <summary>When the tenant was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether this is the tenant of the operator's own staff.</summary>
    public bool IsOperator => Slug.Value == OperatorSlug;

    /// <summary>Whether the plan includes single sign-on. The operator's own staff always have it.</summary>
    public bool IncludesSso => IsOperator || Plan is Plan.Connect or Plan.Collaborate;
}
