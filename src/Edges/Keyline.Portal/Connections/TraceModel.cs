using Keyline.Identity.SignIn.Traces;
using Keyline.Portal.Design;

namespace Keyline.Portal.Connections;

/// <summary>One refused or odd sign-in.</summary>
public sealed record TraceModel(DeskFrame Frame, SignInTrace Trace, string ToDo, IReadOnlyList<Check> Checks);
