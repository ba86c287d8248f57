using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Tenancy;

namespace Keyline.Identity.BreakGlass;

/// <summary>One use of a break-glass account.</summary>
public sealed record BreakGlassSignIn(Tenant Tenant, TenantSettings Settings, Person Person, Session Session, string SecondFactor);
