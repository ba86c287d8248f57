namespace Keyline.Identity;

/// <summary>The kinds of change that the human plane announces. The subject's identifier goes with each.</summary>
public static class ChangeKinds
{
    /// <summary>A tenant's name, plan or settings. Subject: none.</summary>
    public const string Tenant = "tenant.changed";

    /// <summary>A person's profile or state. Subject: the person.</summary>
    public const string Person = "person.changed";

    /// <summary>What a person may do: their groups or direct grants. Subject: the person.</summary>
    public const string PersonAccess = "person.access";

    /// <summary>Mappings or roles: anybody's access may differ. Subject: none.</summary>
    public const string Access = "access.changed";

    /// <summary>A session ended. Subject: the session.</summary>
    public const string SessionEnded = "session.ended";

    /// <summary>A connection was added, changed or removed. Subject: the connection.</summary>
    public const string Connection = "connection.changed";

    /// <summary>A domain was claimed, verified or lost. Subject: the domain.</summary>
    public const string Domain = "domain.changed";

    /// <summary>A mail waits in the outbox. Subject: the mail.</summary>
    public const string Mail = "mail.queued";

    /// <summary>How a person can prove who they are: password, second factors, recovery codes. Subject: the person.</summary>
    public const string Authenticators = "person.authenticators";
}
