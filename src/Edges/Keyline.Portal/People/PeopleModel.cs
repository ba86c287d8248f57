using Keyline.Identity.People;
using Keyline.Portal.Design;

namespace Keyline.Portal.People;

/// <summary>A page of the list of people.</summary>
public sealed record PeopleModel(string Query, IReadOnlyList<Person> People, Paging Paging);
