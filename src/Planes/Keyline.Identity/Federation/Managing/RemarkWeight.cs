namespace Keyline.Identity.Federation.Managing;

/// <summary>How much a remark matters.</summary>
public enum RemarkWeight
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Becomes a failure when nobody looks at it.</summary>
    Warning,

    /// <summary>Sign-ins fail, or will within days.</summary>
    Urgent,
}
