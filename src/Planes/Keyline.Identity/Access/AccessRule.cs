namespace Keyline.Identity.Access;

/// <summary>Who may call an endpoint. Every endpoint of the human listener states one; the host refuses to start otherwise.</summary>
public abstract record AccessRule
{
    private AccessRule()
    {
    }

    /// <summary>Whoever has a live session at the tenant.</summary>
    public static AccessRule SignedIn { get; } = new Session();

    /// <summary>Everybody, for a stated reason; it stands in the endpoint inventory.</summary>
    public static AccessRule Anonymous(string reason) => new Nobody(reason);

    /// <summary>Whoever has a permission in the whole tenant.</summary>
    public static AccessRule Has(string permission) =>
        Roles.Permissions.All.Contains(permission) ? new Permission(permission) : throw new ArgumentException($"no such permission: {permission}", nameof(permission));

    /// <summary>The endpoint checks a proof of its own (a token, a one-time link, a signature).</summary>
    public static AccessRule OwnProof(string proof) => new Proof(proof);

    public sealed record Session : AccessRule
    {
        public override string ToString() => "signed-in";
    }

    public sealed record Nobody(string Reason) : AccessRule
    {
        public override string ToString() => $"anonymous ({Reason})";
    }

    public sealed record Permission(string Name) : AccessRule
    {
        public override string ToString() => $"permission {Name}";
    }

    public sealed record Proof(string Name) : AccessRule
    {
        public override string ToString() => $"own proof ({Name})";
    }
}
