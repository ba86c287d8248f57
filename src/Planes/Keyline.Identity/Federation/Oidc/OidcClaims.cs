using Keyline.Checks;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Verification;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>Turns a verified ID token and its claims into the proof that all protocols end in.</summary>
internal static class OidcClaims
{
    public static Result<VerifiedSignIn, SignInFault> Read(
        Connection connection, VerifiedIdToken idToken, ClaimSet claims, OverageGroups overage, CheckReport report)
    {
        var map = connection.Attributes;
        var attributes = Attributes(claims);
        var subject = map.Subject is { } name ? SubjectRule.OfAttribute(name, attributes) : SubjectRule.Bounded(idToken.PersonKey, "the subject");
        if (!subject.Ok)
        {
            return subject.Fault with { Report = report };
        }

        var profile = ClaimReader.Profile(map, attributes);
        return new VerifiedSignIn
        {
            Connection = connection,
            Subject = subject.Value,
            // Core 5.1: an address that the provider has not verified is somebody's claim, not the provider's.
            Profile = claims.FindFlag("email_verified") == false ? profile with { Email = null } : profile,
            Groups = Groups(map, attributes, overage),
            Method = SignInMethod.Oidc,
            Assurance = AssuranceRule.OfClaims(idToken.Acr, idToken.Amr),
            AuthenticatedAt = idToken.AuthenticatedAt ?? idToken.IssuedAt,
            IdpSession = idToken.SessionId,
            IdpSubject = idToken.Subject,
            LogoutHint = idToken.Text,
            Evidence = Evidence(idToken),
            ClockOffset = idToken.ClockOffset,
            Report = report,
            Attributes = attributes,
        };
    }

    // Groups that were left out and could not be fetched leave what is known as it is: nobody loses a role for having many groups.
    private static IReadOnlyList<ClaimedGroup>? Groups(
        AttributeMap map, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes, OverageGroups overage) => overage switch
        {
            { LeftOut: false } => ClaimReader.Groups(map, attributes),
            { Fetched: { } fetched } => [.. fetched, .. ClaimReader.Groups(map with { Groups = null }, attributes) ?? []],
            _ => null,
        };

    private static Dictionary<string, IReadOnlyList<string>> Attributes(ClaimSet claims)
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var name in claims.Names)
        {
            var list = claims.FindList(name);
            found[name] = list.Count > 0 || claims.FindJson(name) is not { } json || json == "[]" ? list : [json];
        }

        return found;
    }

    private static Dictionary<string, string> Evidence(VerifiedIdToken idToken)
    {
        var evidence = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["oidc-issuer"] = idToken.Issuer,
            ["oidc-sub"] = idToken.Subject,
        };
        Add("oidc-sid", idToken.SessionId);
        Add("oidc-jti", idToken.TokenId);
        Add("oidc-acr", idToken.Acr);
        Add("oidc-amr", idToken.Amr.Count > 0 ? string.Join(' ', idToken.Amr) : null);
        Add("entra-tid", idToken.TenantId);
        Add("entra-oid", idToken.ObjectId);
        return evidence;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                evidence[name] = value;
            }
        }
    }
}
