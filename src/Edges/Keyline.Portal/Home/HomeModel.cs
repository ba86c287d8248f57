using Keyline.Identity.People;

namespace Keyline.Portal.Home;

/// <summary>The portal's first page for one person.</summary>
/// <param name="Person">Who.</param>
/// <param name="Roles">Their roles, each with where it holds.</param>
public sealed record HomeModel(Person Person, IReadOnlyList<string> Roles);
