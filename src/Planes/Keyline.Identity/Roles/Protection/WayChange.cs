using Keyline.Identity.Federation;
using Keyline.Identity.People;

namespace Keyline.Identity.Roles.Protection;

/// <summary>A change that may take an administrator's way in away.</summary>
public abstract record WayChange
{
    private WayChange()
    {
    }

    /// <summary>A mapping goes.</summary>
    public sealed record NoMapping(MappingId Id) : WayChange;

    /// <summary>A custom role goes, or has these permissions from now on.</summary>
    public sealed record OtherRole(string Name, IReadOnlyList<string> Permissions) : WayChange;

    /// <summary>A person can't sign in any more.</summary>
    public sealed record NoPerson(PersonId Id) : WayChange;

    /// <summary>A connection is switched off or goes.</summary>
    public sealed record NoConnection(ConnectionId Id) : WayChange;

    /// <summary>The plan has no single sign-on any more.</summary>
    public sealed record NoSso : WayChange;
}
