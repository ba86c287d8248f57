using Keyline.Identity.Federation.Outgoing;
using Keyline.Identity.Federation.Saml;
using Keyline.OpenId;
using Keyline.Saml;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Managing;

/// <summary>Takes an IdP's metadata over, from a text or from its address. What an administrator reads counts at once.</summary>
public sealed class ReadSamlMetadata(ConnectionWork work, IOutgoingHttp http)
{
    private const int MaxAddressLength = 2000;

    private static readonly TimeSpan _quiet = TimeSpan.FromDays(1);

    public async Task<Result<Connection, ConnectionFault>> FromTextAsync(
        ConnectionRight right, ConnectionId id, string xml, string? entityId, CancellationToken ct)
    {
        var found = await work.FindAsync<SamlConnectionSettings>(right, id, ConnectionKind.Saml, ct);
        return found.Ok ? await KeepAsync(right, found.Value.Connection, found.Value.Settings with { MetadataUrl = null }, xml, entityId) : found.Fault;
    }

    public async Task<Result<Connection, ConnectionFault>> FromAddressAsync(
        ConnectionRight right, ConnectionId id, string? address, string? entityId, CancellationToken ct)
    {
        if (address is not { Length: > 0 and <= MaxAddressLength } || !Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            return ConnectionFault.Invalid("metadata-url", "expected an https address, such as https://idp.example/metadata");
        }

        var found = await work.FindAsync<SamlConnectionSettings>(right, id, ConnectionKind.Saml, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var fetched = await FetchAsync(uri, ct);
        return fetched.Ok
            ? await KeepAsync(right, found.Value.Connection, found.Value.Settings with { MetadataUrl = uri }, fetched.Value, entityId)
            : fetched.Fault;
    }

    /// <summary>
    /// Fetches again from the kept address. What differs is applied or held, as the tenant chose; a failure is noted. Nothing is
    /// written when nothing is new.
    /// </summary>
    public async Task<Result<Connection, ConnectionFault>> RefreshAsync(ConnectionRight right, ConnectionId id, CancellationToken ct)
    {
        var found = await work.FindAsync<SamlConnectionSettings>(right, id, ConnectionKind.Saml, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var (connection, settings) = found.Value;
        if (settings.MetadataUrl is not { } address)
        {
            return ConnectionFault.Invalid("metadata-url", "expected metadata that was read from an address; that of a file is not fetched");
        }

        var fetched = await FetchAsync(address, ct);
        var read = fetched.Ok ? Read(fetched.Value, settings.Provider?.EntityId) : fetched.Fault;
        if (read.Ok)
        {
            return await RefreshAsync(right, connection, settings, read.Value);
        }

        if (settings.MetadataFault != read.Fault.Detail)
        {
            await work.SaveAsync(right, connection with { Settings = settings with { MetadataFault = read.Fault.Detail } },
                "connection.metadata-failed", ("detail", Cut(read.Fault.Detail)));
        }

        return read.Fault;
    }

    private async Task<Result<Connection, ConnectionFault>> RefreshAsync(
        ConnectionRight right, Connection connection, SamlConnectionSettings settings, Saml.SamlProvider published)
    {
        var differences = SamlProviderReader.Differences(settings.Provider, published);
        var fresh = settings with { MetadataReadAt = work.Now, MetadataFault = null };
        if (differences.Count == 0)
        {
            return settings is { MetadataFault: null, HeldProvider: null } && work.Now - settings.MetadataReadAt < _quiet
                ? connection
                : await work.SaveAsync(right, connection with { Settings = fresh with { Provider = published, HeldProvider = null } }, "connection.metadata-read");
        }

        var facts = differences.Take(20).Select((change, number) => ($"change-{number + 1}", Cut($"{change.Name}: {change.Before} -> {change.After}"))).ToArray();
        if (settings.Provider is null || settings.MetadataChoice == MetadataChoice.Apply)
        {
            return await work.SaveUntestedAsync(right, connection with { Settings = fresh with { Provider = published, HeldProvider = null } },
                "connection.metadata-apply", facts);
        }

        var known = settings.HeldProvider is { } held && SamlProviderReader.Differences(held, published).Count == 0;
        return known && settings.MetadataFault is null
            ? connection
            : await work.SaveAsync(right, connection with { Settings = fresh with { HeldProvider = published } }, "connection.metadata-hold", facts);
    }

    private async Task<Result<string, ConnectionFault>> FetchAsync(Uri address, CancellationToken ct)
    {
        var answer = await http.SendAsync(
            new OutgoingRequest { Method = "GET", Address = address, Headers = [new RequestField("Accept", new SecretText("application/samlmetadata+xml, application/xml, text/xml"))] }, ct);
        return !answer.Ok ? Unreachable(answer.Fault.Detail)
            : answer.Value.Status != 200 ? Unreachable($"expected status 200 from {address.Host}; came {answer.Value.Status}")
            : answer.Value.Body.Reveal();
    }

    private async Task<Result<Connection, ConnectionFault>> KeepAsync(
        ConnectionRight right, Connection connection, SamlConnectionSettings settings, string xml, string? entityId)
    {
        var provider = Read(xml, string.IsNullOrWhiteSpace(entityId) ? null : entityId.Trim());
        if (!provider.Ok)
        {
            return provider.Fault;
        }

        var kept = settings with { Provider = provider.Value, HeldProvider = null, MetadataReadAt = work.Now, MetadataFault = null };
        return await work.SaveUntestedAsync(right, connection with { Settings = kept }, "connection.metadata",
            ("entity-id", provider.Value.EntityId),
            ("from", settings.MetadataUrl?.Host ?? "a file"),
            ("certificates", string.Join(' ', IdpCertificate.Of(provider.Value).Select(certificate => certificate.Thumbprint))));
    }

    private Result<Saml.SamlProvider, ConnectionFault> Read(string xml, string? entityId)
    {
        var read = SamlProviderReader.Read(xml.Trim(), entityId, work.Now);
        return read.Ok ? read.Value
            : read.Fault.Code == SamlFaultCode.SeveralEntities
                ? new ConnectionFault(ConnectionFaultCode.SeveralProviders,
                    $"the document describes several identity providers; enter the entity ID of yours: {read.Fault.Came}")
                {
                    Field = "entity-id",
                }
                : new ConnectionFault(ConnectionFaultCode.MetadataUnreadable, read.Fault.Detail)
                {
                    Field = "metadata",
                };
    }

    private static string Cut(string text) => text.Length <= 500 ? text : text[..500];

    private static ConnectionFault Unreachable(string detail) => new(ConnectionFaultCode.MetadataUnreachable,
        detail + ". Check the address, or save the metadata to a file and paste it")
    {
        Field = "metadata-url",
    };
}
