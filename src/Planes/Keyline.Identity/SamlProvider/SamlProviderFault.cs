using Keyline.Saml;
using Keyline.Tenancy;

namespace Keyline.Identity.SamlProvider;

/// <summary>Why the identity provider refused something.</summary>
/// <param name="Code">Which kind of refusal.</param>
/// <param name="Detail">What was expected and what came, for the administrator.</param>
public sealed record SamlProviderFault(SamlProviderFaultCode Code, string Detail)
{
    /// <summary>The protocol library's own code, for example <c>saml.WrongDestination</c>; empty where it has none.</summary>
    public string ProtocolCode { get; init; } = "";

    internal static SamlProviderFault PlanWithoutSso(Tenant tenant) => new(
        SamlProviderFaultCode.PlanWithoutSso,
        $"single sign-on is not part of the plan '{tenant.Plan.ToString().ToLowerInvariant()}'; it comes with 'connect' and 'collaborate'");

    internal static SamlProviderFault Of(SamlProviderFaultCode code, SamlFault fault) =>
        new(code, fault.Detail) { ProtocolCode = $"saml.{fault.Code}" };
}
