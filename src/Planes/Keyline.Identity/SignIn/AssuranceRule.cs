using System.Collections.Frozen;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.SignIn;

/// <summary>Reads how strong a sign-in was from what an IdP says of it. What is not known counts as one factor.</summary>
public static class AssuranceRule
{
    private const string SamlClasses = "urn:oasis:names:tc:SAML:2.0:ac:classes:";

    private static readonly FrozenDictionary<string, Assurance> _contexts = new Dictionary<string, Assurance>(StringComparer.Ordinal)
    {
        [SamlClasses + "MobileTwoFactorContract"] = Assurance.Aal2,
        [SamlClasses + "MobileTwoFactorUnregistered"] = Assurance.Aal2,
        [SamlClasses + "TimeSyncToken"] = Assurance.Aal2,
        [SamlClasses + "Smartcard"] = Assurance.Aal2,
        [SamlClasses + "SmartcardPKI"] = Assurance.Aal3,
        ["http://schemas.microsoft.com/claims/multipleauthn"] = Assurance.Aal2,
        ["https://refeds.org/profile/mfa"] = Assurance.Aal2,
        ["http://idmanagement.gov/ns/assurance/aal/2"] = Assurance.Aal2,
        ["http://idmanagement.gov/ns/assurance/aal/3"] = Assurance.Aal3,
        ["urn:okta:loa:2fa:any"] = Assurance.Aal2,
        ["urn:okta:loa:2fa:any:ifpossible"] = Assurance.Aal1,
        ["phr"] = Assurance.Aal2,
        ["phrh"] = Assurance.Aal3,
        ["possessionorinherence"] = Assurance.Aal2,
        ["aal2"] = Assurance.Aal2,
        ["aal3"] = Assurance.Aal3,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // RFC 8176. A password, something held, something one is: two of different kinds are two factors.
    private static readonly FrozenSet<string> _known = ["pwd", "pin", "kba"];
    private static readonly FrozenSet<string> _held = ["otp", "sms", "tel", "hwk", "swk", "sc", "pop", "fido", "rsa", "ngcmfa"];
    private static readonly FrozenSet<string> _inherent = ["face", "fpt", "iris", "retina", "vbm", "user"];

    /// <summary>By the SAML authentication context class.</summary>
    public static Assurance OfContext(string? context) =>
        context is not null && _contexts.TryGetValue(context, out var assurance) ? assurance : Assurance.Aal1;

    /// <summary>By the OIDC claims <c>acr</c> and <c>amr</c>; the stronger word counts.</summary>
    public static Assurance OfClaims(string? acr, IReadOnlyCollection<string> amr)
    {
        var methods = amr.Contains("mfa") || amr.Contains("ngcmfa") || Kinds(amr) > 1 ? Assurance.Aal2 : Assurance.Aal1;
        var named = OfContext(acr);
        return named > methods ? named : methods;
    }

    /// <summary>The SAML classes to ask for when this much is needed.</summary>
    public static IReadOnlyList<string> ContextsFor(Assurance needed) =>
        [.. _contexts.Where(entry => entry.Key.Contains(':', StringComparison.Ordinal) && entry.Value >= needed).Select(entry => entry.Key).Order(StringComparer.Ordinal)];

    private static int Kinds(IReadOnlyCollection<string> amr) =>
        (amr.Any(_known.Contains) ? 1 : 0) + (amr.Any(_held.Contains) ? 1 : 0) + (amr.Any(_inherent.Contains) ? 1 : 0);
}
