using Keyline.Identity.Groups;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.People;

/// <summary>A person with everything that an administrator asks about.</summary>
/// <param name="Person">Who.</param>
/// <param name="Identities">Who they are at which connection.</param>
/// <param name="Groups">The groups they are in.</param>
/// <param name="Access">Their roles, each with every reason, and what these permit.</param>
/// <param name="Sessions">Their live sessions, the newest first.</param>
public sealed record PersonDetails(
    Person Person, IReadOnlyList<PersonIdentity> Identities, IReadOnlyList<Group> Groups, PersonAccess Access, IReadOnlyList<Session> Sessions);
