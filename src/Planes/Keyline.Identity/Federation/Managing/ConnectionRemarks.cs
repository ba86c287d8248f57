using System.Globalization;
using Keyline.Identity.Clock;
using Keyline.Identity.Directory;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Saml;

namespace Keyline.Identity.Federation.Managing;

/// <summary>Looks over a connection: certificates that run out, metadata that waits or can't be fetched, clocks, what is risky.</summary>
public static class ConnectionRemarks
{
    private static readonly TimeSpan _soon = TimeSpan.FromDays(30);
    private static readonly TimeSpan _near = TimeSpan.FromDays(14);
    private static readonly TimeSpan _urgent = TimeSpan.FromDays(3);

    /// <summary>What there is to say, the worst first.</summary>
    /// <param name="connection">Which connection.</param>
    /// <param name="clock">What is known of the IdP's clock.</param>
    /// <param name="tolerance">How far that clock may be off.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<ConnectionRemark> Of(Connection connection, ProviderClock? clock, TimeSpan tolerance, DateTimeOffset now)
    {
        var remarks = new List<ConnectionRemark>();
        if (EnableConnection.Missing(connection) is { } missing)
        {
            remarks.Add(new(connection.Enabled ? RemarkWeight.Urgent : RemarkWeight.Note, "Not complete", $"Next: {missing}."));
        }
        else if (connection.TestedAt is null)
        {
            remarks.Add(new(connection.Enabled ? RemarkWeight.Warning : RemarkWeight.Note, "Not tested",
                "No test has succeeded with the settings as they are now. A test is a full sign-in that makes no session."));
        }

        switch (connection.Settings)
        {
            case SamlConnectionSettings saml:
                AddSaml(remarks, saml, now);
                break;
            case LdapConnectionSettings { Security: DirectorySecurity.InsecureNone }:
                remarks.Add(new(RemarkWeight.Warning, "Without TLS", "Every password can be read on the way to the directory. Use LDAPS or StartTLS."));
                break;
        }

        if (clock is not null && clock.NearsLimit(tolerance))
        {
            remarks.Add(new(RemarkWeight.Warning, "Its clock is off", string.Create(CultureInfo.InvariantCulture,
                $"The identity provider's clock is {ClockWords.Off(clock.Ahead)}; sign-ins fail beyond {tolerance.TotalSeconds:0} s.")));
        }

        return [.. remarks.OrderByDescending(remark => remark.Weight)];
    }

    /// <summary>What to say of a certificate's end; null while it is more than 30 days away.</summary>
    public static ConnectionRemark? OfEnd(string what, DateTimeOffset end, DateTimeOffset now, string advice)
    {
        var left = end - now;
        return left > _soon ? null
            : left <= TimeSpan.Zero ? new(RemarkWeight.Urgent, $"{what} has run out", $"It ran out on {Day(end)}. {advice}")
            : new(left <= _urgent ? RemarkWeight.Urgent : left <= _near ? RemarkWeight.Warning : RemarkWeight.Note,
                $"{what} runs out in {Days(left)}", $"It runs out on {Day(end)}. {advice}");
    }

    private static void AddSaml(List<ConnectionRemark> remarks, SamlConnectionSettings saml, DateTimeOffset now)
    {
        if (saml.HeldProvider is not null)
        {
            remarks.Add(new(RemarkWeight.Warning, "Changed metadata waits",
                "The identity provider publishes other metadata than is in use. Look at the difference, then accept or reject it."));
        }

        if (saml.MetadataFault is { } fault)
        {
            remarks.Add(new(RemarkWeight.Warning, "Metadata can't be fetched", $"The last attempt failed: {fault}. A change of certificate would not be noticed."));
        }

        // The certificate that lasts longest counts: an old one beside it is a change that is under way.
        if (IdpCertificate.Of(saml.Provider) is [var last, ..] && OfEnd("The identity provider's certificate", last.NotAfter, now,
            "Keyline goes on trusting it until you replace it, but the identity provider may sign with another one from then on: read its metadata again.") is { } end)
        {
            remarks.Add(end);
        }

        if (saml.Provider?.ValidUntil is { } until && OfEnd("The metadata", until, now, "Read the identity provider's metadata again.") is { } old)
        {
            remarks.Add(old);
        }

        if (saml.Keys.FirstOrDefault(key => key.State == SamlKeyState.Current) is { } own
            && OfEnd("Our own certificate", own.ExpiresAt, now, "Add the next key, let the identity provider read our metadata, then use the key.") is { } ours)
        {
            remarks.Add(ours);
        }

        if (saml.InsecureAllowCbc)
        {
            remarks.Add(new(RemarkWeight.Note, "AES-CBC is allowed", "Encryption without a check of its own. The signature protects what matters; let the IdP use AES-GCM."));
        }

        if (saml.AllowIdpInitiated)
        {
            remarks.Add(new(RemarkWeight.Note, "IdP-initiated sign-in is allowed", "A stolen answer can be used by somebody else until it runs out. A bookmark of our sign-in page does the same without that."));
        }
    }

    private static string Days(TimeSpan left) => left.TotalDays < 1 ? "less than a day"
        : string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalDays} day{((int)left.TotalDays == 1 ? "" : "s")}");

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
