using Keyline.Identity.Changes;
using Keyline.Identity.Federation.Editing;
using Keyline.Identity.Federation.Outgoing;
using Keyline.OpenId;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Saml;

/// <summary>Reads an IdP's metadata from a file or an address, now and on schedule; a difference is applied or waits.</summary>
public sealed class ReadSamlMetadata(IConnectionStore connections, ChangeConnection change, IOutgoingHttp http, TimeProvider time)
{
    /// <summary>Takes metadata that an administrator gave: it is applied at once.</summary>
    public async Task<Result<MetadataReading, ConnectionFault>> ImportAsync(
        Actor actor, ConnectionId id, string xml, string? entityId, CancellationToken ct)
    {
        if (await connections.FindAsync(actor.Tenant.Id, id, ct) is not { Settings: SamlConnectionSettings settings } connection)
        {
            return ConnectionFault.NotFound;
        }

        var read = SamlProviderReader.Read(xml, entityId, time.GetUtcNow());
        return read.Ok
            ? await ApplyAsync(actor, connection, settings, read.Value, MetadataChoice.Apply)
            : new ConnectionFault(ConnectionFaultCode.MetadataUnreadable, read.Fault.Detail);
    }

    /// <summary>Fetches metadata from an address, which is kept, and applies it.</summary>
    public async Task<Result<MetadataReading, ConnectionFault>> FetchAsync(
        Actor actor, ConnectionId id, Uri address, string? entityId, CancellationToken ct)
    {
        if (await connections.FindAsync(actor.Tenant.Id, id, ct) is not { Settings: SamlConnectionSettings settings } connection)
        {
            return ConnectionFault.NotFound;
        }

        var read = await FetchAsync(address, entityId, ct);
        return read.Ok
            ? await ApplyAsync(actor, connection, settings with { MetadataUrl = address }, read.Value, MetadataChoice.Apply)
            : read.Fault;
    }

    /// <summary>Fetches again from the kept address. A difference is applied or held, as the tenant chose; a failure is noted.</summary>
    public async Task<Result<MetadataReading, ConnectionFault>> RefreshAsync(Actor actor, Connection connection, CancellationToken ct)
    {
        if (connection.Settings is not SamlConnectionSettings { MetadataUrl: { } address } settings)
        {
            return ConnectionFault.NotFound;
        }

        var read = await FetchAsync(address, settings.Provider?.EntityId, ct);
        if (read.Ok)
        {
            return await ApplyAsync(actor, connection, settings, read.Value, settings.Provider is null ? MetadataChoice.Apply : settings.MetadataChoice);
        }

        if (settings.MetadataFault != read.Fault.Detail)
        {
            await change.KeepAsync(actor, connection, connection with { Settings = settings with { MetadataFault = read.Fault.Detail } },
                "connection.metadata-failed", [("detail", read.Fault.Detail)]);
        }

        return read.Fault;
    }

    /// <summary>Applies the difference that waits, or throws it away.</summary>
    public async Task<Result<MetadataReading, ConnectionFault>> DecideAsync(Actor actor, ConnectionId id, bool apply, CancellationToken ct)
    {
        if (await connections.FindAsync(actor.Tenant.Id, id, ct) is not { Settings: SamlConnectionSettings settings } connection)
        {
            return ConnectionFault.NotFound;
        }

        if (settings.HeldProvider is not { } held)
        {
            return new ConnectionFault(ConnectionFaultCode.NothingHeld, "no difference waits for a decision");
        }

        if (apply)
        {
            return await ApplyAsync(actor, connection, settings, held, MetadataChoice.Apply);
        }

        var kept = await change.KeepAsync(actor, connection, connection with { Settings = settings with { HeldProvider = null } }, "connection.metadata-dismiss", []);
        return kept.Ok ? new MetadataReading(kept.Value, [], Applied: false) : kept.Fault;
    }

    private async Task<Result<SamlProvider, ConnectionFault>> FetchAsync(Uri address, string? entityId, CancellationToken ct)
    {
        var request = new OutgoingRequest
        {
            Method = "GET",
            Address = address,
            Headers = [new RequestField("Accept", new SecretText("application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.8"))],
        };
        var answer = await http.SendAsync(request, ct);
        if (!answer.Ok || answer.Value.Status != 200)
        {
            return new ConnectionFault(ConnectionFaultCode.MetadataUnreachable,
                answer.Ok ? $"status 200 expected from {address.GetLeftPart(UriPartial.Path)}; came {answer.Value.Status}" : answer.Fault.Detail);
        }

        var read = SamlProviderReader.Read(answer.Value.Body.Reveal(), entityId, time.GetUtcNow());
        return read.Ok ? read.Value : new ConnectionFault(ConnectionFaultCode.MetadataUnreadable, read.Fault.Detail);
    }

    private async Task<Result<MetadataReading, ConnectionFault>> ApplyAsync(
        Actor actor, Connection connection, SamlConnectionSettings settings, SamlProvider found, MetadataChoice choice)
    {
        var differences = SamlProviderReader.Differences(settings.Provider, found);
        var applied = choice == MetadataChoice.Apply || differences.Count == 0;
        var read = settings with
        {
            Provider = applied ? found : settings.Provider,
            HeldProvider = applied ? null : found,
            MetadataReadAt = time.GetUtcNow(),
            MetadataFault = null,
        };
        var facts = differences.Take(20).Select((difference, i) => ($"change-{i + 1}", $"{difference.Name}: '{difference.Before}' to '{difference.After}'"));
        var kept = await change.KeepAsync(actor, connection, connection with { Settings = read },
            differences.Count == 0 ? "connection.metadata-read" : applied ? "connection.metadata-apply" : "connection.metadata-hold", [.. facts]);
        return kept.Ok ? new MetadataReading(kept.Value, differences, applied && differences.Count > 0) : kept.Fault;
    }
}
