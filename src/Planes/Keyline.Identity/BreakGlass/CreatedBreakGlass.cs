using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.People;

namespace Keyline.Identity.BreakGlass;

/// <summary>A new break-glass account, and the one-time link for its holder.</summary>
public sealed record CreatedBreakGlass(Person Person, IssuedLink Link);
