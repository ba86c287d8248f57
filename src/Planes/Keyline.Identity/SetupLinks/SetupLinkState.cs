namespace Keyline.Identity.SetupLinks;

/// <summary>How a set-up link stands.</summary>
public enum SetupLinkState
{
    Unused,
    InUse,
    Finished,
    Expired,
    Revoked,
}
