using System.Collections.Concurrent;
using Keyline.Checks;
using Keyline.Identity.Federation.Outgoing;
using Keyline.Identity.SignIn;
using Keyline.Journal;
using Keyline.OpenId;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Keys;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>
/// Keeps the metadata and keys of providers in memory, one copy a connection. While a provider is away its old keys are used, for
/// a while; an unknown key is asked for at once, but only every so often.
/// </summary>
public sealed class OidcProviders(IOutgoingHttp http, TimeProvider time) : IChangeListener
{
    private const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<ConnectionId, OidcProvider> _known = new();

    /// <summary>A provider that may be used now.</summary>
    public async Task<Result<OidcProvider, SignInFault>> GetAsync(ConnectionId connection, RelyingParty party, CancellationToken ct)
    {
        if (!_known.TryGetValue(connection, out var known) || known.Metadata.Issuer != party.Issuer)
        {
            return await FetchAsync(connection, party, null, ct);
        }

        switch (known.Age.DecideBeforeUse(time.GetUtcNow()))
        {
            case KeySetDecision.Use:
                return known;
            case KeySetDecision.UseAndFetch:
                var newer = await FetchAsync(connection, party, known, ct);
                return newer.Ok ? newer : known;
            case KeySetDecision.FetchFirst:
                return await FetchAsync(connection, party, known, ct);
            default:
                return new SignInFault(SignInFaultCode.ProviderUnreachable,
                    $"the provider's keys are of {known.Age.FetchedAt:u} and could not be fetched again since");
        }
    }

    /// <summary>The provider with newer keys, after its token endpoint used an unknown one; null when it is too early to ask again.</summary>
    public async Task<OidcProvider?> RenewAsync(ConnectionId connection, RelyingParty party, OidcProvider used, CancellationToken ct)
    {
        // Another request may have renewed it in the meantime.
        if (_known.TryGetValue(connection, out var known) && known.Age.FetchedAt > used.Age.FetchedAt)
        {
            return known;
        }

        return used.Age.DecideAfterUnknownKey(time.GetUtcNow(), fromProvider: true) == KeySetDecision.FetchFirst
            && await FetchAsync(connection, party, known ?? used, ct) is { Ok: true, Value: var newer }
            ? newer
            : null;
    }

    /// <inheritdoc/>
    public void OnChange(Change change)
    {
        if (change.Kind == ChangeKinds.Connection && Guid.TryParse(change.Subject, out var subject))
        {
            _known.TryRemove(new ConnectionId(subject), out _);
        }
    }

    private async Task<Result<OidcProvider, SignInFault>> FetchAsync(
        ConnectionId connection, RelyingParty party, OidcProvider? old, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (old is not null)
        {
            // Whoever comes in the meantime uses the old copy, and does not ask too.
            _known[connection] = old with { Age = old.Age with { AttemptedAt = now } };
        }

        var metadata = await ReadAsync(MetadataReader.Request(party), body => MetadataReader.Read(body, party), ct);
        if (!metadata.Ok)
        {
            return metadata.Fault;
        }

        var keys = await ReadAsync(MetadataReader.KeysRequest(metadata.Value), body => KeySetReader.Read(body, party.Limits), ct);
        if (!keys.Ok)
        {
            return keys.Fault;
        }

        if (_known.Count >= MaxEntries)
        {
            _known.Clear();
        }

        var fetched = new OidcProvider(metadata.Value, keys.Value, new KeySetAge { FetchedAt = now, AttemptedAt = now });
        _known[connection] = fetched;
        return fetched;
    }

    private async Task<Result<T, SignInFault>> ReadAsync<T>(
        OutgoingRequest request, Func<string, Result<T, OAuthFault>> read, CancellationToken ct)
        where T : notnull
    {
        var answer = await http.SendAsync(request, ct);
        if (!answer.Ok)
        {
            return OidcFault.Of(answer.Fault);
        }

        if (answer.Value.Status != 200)
        {
            return new SignInFault(SignInFaultCode.ProviderUnreachable, $"status 200 expected from {request.Address.GetLeftPart(UriPartial.Path)}; came {answer.Value.Status}");
        }

        var document = read(answer.Value.Body.Reveal());
        return document.Ok ? document.Value : OidcFault.Of(document.Fault, CheckReport.Empty);
    }
}
