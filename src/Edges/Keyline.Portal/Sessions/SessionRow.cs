using Keyline.Identity.People;
using Keyline.Identity.Sessions;

namespace Keyline.Portal.Sessions;

/// <summary>A session and whose it is; null for somebody who is gone.</summary>
public sealed record SessionRow(Session Session, Person? Person);
