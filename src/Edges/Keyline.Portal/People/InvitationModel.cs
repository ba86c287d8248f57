using Keyline.Identity.People;
using Keyline.Portal.Design;

namespace Keyline.Portal.People;

/// <summary>The form that makes a link, and the link once it is made.</summary>
/// <param name="Person">Whose account is to be linked.</param>
/// <param name="Connections">Where.</param>
/// <param name="Link">The link; null before it is made. It is shown once.</param>
public sealed record InvitationModel(Person Person, IReadOnlyList<Choice> Connections, Uri? Link = null);
