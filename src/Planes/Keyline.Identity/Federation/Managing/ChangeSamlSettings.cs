using Keyline.Identity.Changes;
using Keyline.Identity.Federation.Saml;
using Keyline.Saml.Messages;

namespace Keyline.Identity.Federation.Managing;

/// <summary>Changes how a SAML connection asks and what it accepts, and its own keys.</summary>
public sealed class ChangeSamlSettings(ConnectionWork work, SamlKeys keys)
{
    private const int MaxContexts = 10;
    private const int MaxContextLength = 300;

    private static readonly string?[] _formats = [null, NameIdFormats.Unspecified, NameIdFormats.Persistent, NameIdFormats.EmailAddress];

    public async Task<Result<Connection, ConnectionFault>> ChangeAsync(ConnectionRight right, ConnectionId id, SamlChange wanted, CancellationToken ct)
    {
        if (Check(wanted) is { } fault)
        {
            return fault;
        }

        var found = await work.FindAsync<SamlConnectionSettings>(right, id, ConnectionKind.Saml, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var (connection, before) = found.Value;
        var after = before with
        {
            MetadataChoice = wanted.MetadataChoice,
            RequestBinding = wanted.RequestBinding,
            SignRequests = wanted.SignRequests,
            NameIdFormat = wanted.NameIdFormat,
            ForceAuthn = wanted.ForceAuthn,
            AuthnContexts = wanted.AuthnContexts,
            SignaturePolicy = wanted.SignaturePolicy,
            AllowIdpInitiated = wanted.AllowIdpInitiated,
            InsecureAllowCbc = wanted.InsecureAllowCbc,
        };
        var changed = connection with { Settings = after };
        var facts = Facts(before, after).ToArray();

        // What happens to changed metadata has nothing to do with how a sign-in goes.
        return facts.Length == 0 ? connection
            : facts.All(fact => fact.Name == "metadata") ? await work.SaveAsync(right, changed, "connection.change", facts)
            : await work.SaveUntestedAsync(right, changed, "connection.change", facts);
    }

    /// <summary>The first step of renewing our key: the next one appears in our metadata.</summary>
    public async Task<Result<Connection, ConnectionFault>> AddNextKeyAsync(ConnectionRight right, ConnectionId id, CancellationToken ct)
    {
        var found = await work.FindAsync<SamlConnectionSettings>(right, id, ConnectionKind.Saml, ct);
        return found.Ok
            ? await work.SaveAsync(right, found.Value.Connection with { Settings = keys.AddNext(id, found.Value.Settings) }, "connection.key-add")
            : found.Fault;
    }

    /// <summary>The second step, once the IdP has read it: the next key signs.</summary>
    public async Task<Result<Connection, ConnectionFault>> UseNextKeyAsync(ConnectionRight right, ConnectionId id, CancellationToken ct)
    {
        var found = await work.FindAsync<SamlConnectionSettings>(right, id, ConnectionKind.Saml, ct);
        return !found.Ok ? found.Fault
            : found.Value.Settings.Keys.All(key => key.State != SamlKeyState.Next)
                ? ConnectionFault.Invalid("key", "expected a next key; add one first, and let the identity provider read our metadata")
                : await work.SaveUntestedAsync(right, found.Value.Connection with { Settings = SamlKeys.Promote(found.Value.Settings) }, "connection.key-use");
    }

    private static ConnectionFault? Check(SamlChange wanted) =>
        !_formats.Contains(wanted.NameIdFormat)
            ? ConnectionFault.Invalid("name-id-format", "expected a persistent or unspecified NameID, an e-mail address, or none; a transient one is no identity")
            : wanted.AuthnContexts.Count > MaxContexts || wanted.AuthnContexts.Any(context => !IsContext(context))
                ? ConnectionFault.Invalid("authn-contexts", $"expected up to {MaxContexts} authentication context classes, one a line, each a URI")
                : null;

    private static bool IsContext(string text) =>
        text.Length is > 0 and <= MaxContextLength && LineText.IsClean(text) && Uri.TryCreate(text, UriKind.Absolute, out _);

    private static IEnumerable<(string Name, string Value)> Facts(SamlConnectionSettings before, SamlConnectionSettings after)
    {
        foreach (var (pair, other) in Pairs(before).Zip(Pairs(after)))
        {
            if (pair.Value != other.Value)
            {
                yield return (pair.Name, $"{pair.Value} -> {other.Value}");
            }
        }
    }

    private static (string Name, string Value)[] Pairs(SamlConnectionSettings settings) =>
    [
        ("metadata", settings.MetadataChoice.ToString()),
        ("binding", settings.RequestBinding.ToString()),
        ("sign-requests", settings.SignRequests.ToString()),
        ("name-id-format", settings.NameIdFormat ?? "any"),
        ("force-authn", settings.ForceAuthn.ToString()),
        ("authn-contexts", string.Join(' ', settings.AuthnContexts)),
        ("signatures", settings.SignaturePolicy.ToString()),
        ("idp-initiated", settings.AllowIdpInitiated.ToString()),
        ("insecure-cbc", settings.InsecureAllowCbc.ToString()),
    ];
}
