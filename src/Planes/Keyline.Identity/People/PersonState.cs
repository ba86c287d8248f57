namespace Keyline.Identity.People;

/// <summary>Whether a person may sign in at all.</summary>
public enum PersonState
{
    Active,

    /// <summary>May not sign in; nothing of theirs works.</summary>
    Deactivated,
}
