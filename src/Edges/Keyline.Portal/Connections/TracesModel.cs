using Keyline.Identity.SignIn.Traces;
using Keyline.Portal.Design;

namespace Keyline.Portal.Connections;

/// <summary>Refused and odd sign-ins of one connection.</summary>
public sealed record TracesModel(DeskFrame Frame, string Query, IReadOnlyList<SignInTrace> Traces, Paging Paging);
