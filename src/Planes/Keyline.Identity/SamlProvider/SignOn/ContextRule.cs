using System.Collections.Frozen;
using Keyline.Identity.Sessions;
using Keyline.Saml.Messages;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>Which authentication context class describes a session, and whether that is what an app asked for (Core 3.3.2.2.1).</summary>
public static class ContextRule
{
    private static readonly FrozenDictionary<string, Assurance> _classes = new Dictionary<string, Assurance>(StringComparer.Ordinal)
    {
        [AuthnContexts.Unspecified] = Assurance.Aal1,
        [AuthnContexts.Password] = Assurance.Aal1,
        [AuthnContexts.PasswordProtectedTransport] = Assurance.Aal1,
        [AuthnContexts.RefedsMfa] = Assurance.Aal2,
        [AuthnContexts.EntraMultipleAuthn] = Assurance.Aal2,
        ["http://idmanagement.gov/ns/assurance/aal/2"] = Assurance.Aal2,
        ["http://idmanagement.gov/ns/assurance/aal/3"] = Assurance.Aal3,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The class that describes a session of this strength.</summary>
    public static string Of(Assurance assurance) =>
        assurance >= Assurance.Aal2 ? AuthnContexts.RefedsMfa : AuthnContexts.PasswordProtectedTransport;

    /// <summary>The class to state in the answer; null when the session is not what was asked for. Unknown classes are never met.</summary>
    public static string? Choose(IReadOnlyList<string> asked, AuthnContextComparison comparison, Assurance assurance)
    {
        if (asked.Count == 0)
        {
            return Of(assurance);
        }

        var known = asked.Where(_classes.ContainsKey).Select(name => (Name: name, Level: _classes[name])).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        return comparison switch
        {
            // A stronger session is also what a weaker class names: it was proved by a password and more.
            AuthnContextComparison.Exact or AuthnContextComparison.Maximum =>
                known.Where(one => one.Level <= assurance).OrderByDescending(one => one.Level).Select(one => one.Name).FirstOrDefault(),
            AuthnContextComparison.Minimum => known.Min(one => one.Level) <= assurance ? Of(assurance) : null,
            AuthnContextComparison.Better => known.Count == asked.Count && known.Max(one => one.Level) < assurance ? Of(assurance) : null,
            _ => null,
        };
    }
}
