using Keyline.Identity.Federation.Ldap;

namespace Keyline.Portal.Connections;

/// <summary>The directory, the service account, and where people and groups are.</summary>
public sealed record LdapIdpModel
{
    public required DeskFrame Frame { get; init; }

    public required LdapConnectionSettings Settings { get; init; }

    public required FormState Form { get; init; }

    /// <summary>Whether the operator allows clear text for this tenant.</summary>
    public bool ClearTextAllowed { get; init; }

    /// <summary>What the directory said, when it was just asked.</summary>
    public string? Answer { get; init; }

    /// <summary>Why it said nothing, when it was just asked.</summary>
    public string? AnswerFault { get; init; }
}
