using Keyline.Tenancy;

namespace Keyline.Identity.Federation;

/// <summary>Where somebody signs in.</summary>
public abstract record WhereToSignIn
{
    private WhereToSignIn()
    {
    }

    /// <summary>At one connection.</summary>
    public sealed record At(Tenant Tenant, Connection Connection) : WhereToSignIn;

    /// <summary>The person chooses; there may be none, and then only the local sign-in is left.</summary>
    public sealed record OneOf(Tenant Tenant, IReadOnlyList<Connection> Connections) : WhereToSignIn;

    /// <summary>Nothing is known of what was typed.</summary>
    public sealed record Unknown : WhereToSignIn;
}
