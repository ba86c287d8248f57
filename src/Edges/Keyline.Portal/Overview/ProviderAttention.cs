using System.Security.Cryptography.X509Certificates;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;

namespace Keyline.Portal.Overview;

/// <summary>What needs an administrator's eye at a SAML connection: certificates that end, metadata that waits or is not there.</summary>
public sealed class ProviderAttention(TimeProvider time)
{
    private static readonly TimeSpan _soon = TimeSpan.FromDays(30);

    public IEnumerable<AttentionItem> Read(Connection connection, TenantPaths paths)
    {
        if (connection.Settings is not SamlConnectionSettings saml)
        {
            yield break;
        }

        var href = paths.InConsole($"connections/{connection.Slug}");
        if (saml.HeldProvider is not null)
        {
            yield return new AttentionItem(Tone.Warn, $"'{connection.Name}' has published new metadata",
                "It differs from what is in use, and waits for you to apply it.", href);
        }

        if (saml.MetadataFault is not null)
        {
            yield return new AttentionItem(Tone.Warn, $"The metadata of '{connection.Name}' can't be read", saml.MetadataFault, href);
        }

        if (LastEnd(saml.Provider) is { } end && end < time.GetUtcNow() + _soon)
        {
            yield return new AttentionItem(end < time.GetUtcNow() ? Tone.Bad : Tone.Warn,
                $"The signing certificate of '{connection.Name}' {(end < time.GetUtcNow() ? "has ended" : "ends soon")}",
                FormattableString.Invariant($"It is good until {end:d MMM yyyy}. Add the identity provider's next one before that."), href);
        }

        if (saml.Keys.FirstOrDefault(key => key.State == SamlKeyState.Current) is { } own && own.ExpiresAt < time.GetUtcNow() + _soon)
        {
            yield return new AttentionItem(Tone.Warn, $"Our own key at '{connection.Name}' ends soon",
                FormattableString.Invariant($"It is good until {own.ExpiresAt:d MMM yyyy}. Make the next one, and give the identity provider our new metadata."), href);
        }
    }

    // As long as one of several certificates is good, sign-ins go on.
    private static DateTimeOffset? LastEnd(SamlProvider? provider)
    {
        DateTimeOffset? last = null;
        foreach (var text in provider?.SigningCertificates ?? [])
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text));
            DateTimeOffset end = certificate.NotAfter.ToUniversalTime();
            last = last is { } known && known > end ? known : end;
        }

        return last;
    }
}
