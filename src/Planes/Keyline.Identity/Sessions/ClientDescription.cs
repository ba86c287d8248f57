namespace Keyline.Identity.Sessions;

/// <summary>Where a request came from.</summary>
/// <param name="Address">The network address.</param>
/// <param name="Name">The browser and system, in a few words.</param>
public sealed record ClientDescription(string Address, string Name)
{
    /// <summary>For work that no request asked for.</summary>
    public static ClientDescription None { get; } = new("", "");
}
