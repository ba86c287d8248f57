using Keyline.Checks;
using Keyline.Identity.Directory;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation.Ldap;

/// <summary>Turns a person who signed in at a directory into the proof that all protocols end in.</summary>
internal static class LdapClaims
{
    public static Result<VerifiedSignIn, SignInFault> Read(Connection connection, DirectoryPerson person, DateTimeOffset now)
    {
        var map = connection.Attributes;
        var subject = SubjectRule.Bounded(person.Subject, "the directory's immutable subject");
        if (!subject.Ok)
        {
            return subject.Fault;
        }

        var roles = ClaimReader.Groups(map with { Groups = null }, person.Attributes) ?? [];
        return new VerifiedSignIn
        {
            Connection = connection,
            Subject = subject.Value,
            Profile = ClaimReader.Profile(map, person.Attributes),
            // An incomplete list takes no group away.
            Groups = person.Groups.Complete ? [.. person.Groups.Groups.Select(group => new ClaimedGroup(group.Dn, group.Name)), .. roles] : null,
            Method = SignInMethod.Ldap,
            Assurance = Assurance.Aal1,
            AuthenticatedAt = now,
            Evidence = new Dictionary<string, string>(StringComparer.Ordinal) { ["ldap-dn"] = person.Dn },
            Report = new CheckReport
            {
                Checks =
                [
                    new Check("Search", CheckVerdict.Passed, "one person", person.Dn),
                    new Check("Bind", CheckVerdict.Passed, "the person's password", "accepted"),
                    person.Groups.Complete
                        ? new Check("Groups", CheckVerdict.Passed, "all groups", $"{person.Groups.Groups.Count}")
                        : new Check("Groups", CheckVerdict.Warning, "all groups", $"{person.Groups.Groups.Count}, and a limit was met"),
                ],
            },
            Attributes = person.Attributes,
        };
    }
}
