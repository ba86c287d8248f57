using Keyline.Identity.SignIn;

namespace Keyline.Portal.Connections;

/// <summary>Which attribute holds what, with those that real answers held.</summary>
public sealed record AttributesModel(DeskFrame Frame, FormState Form, IReadOnlyList<SeenAttribute> Seen, string SubjectHint);
