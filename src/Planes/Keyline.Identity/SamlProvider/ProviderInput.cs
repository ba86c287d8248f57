using Keyline.Saml;
using Keyline.Saml.Bindings;

namespace Keyline.Identity.SamlProvider;

/// <summary>A message of an app as it came: by a query or by a form.</summary>
public sealed record ProviderInput
{
    private readonly string? _query;
    private readonly string? _request;
    private readonly string? _response;
    private readonly string? _relayState;

    private ProviderInput(string? query, string? request, string? response, string? relayState)
    {
        _query = query;
        _request = request;
        _response = response;
        _relayState = relayState;
    }

    /// <summary>By the redirect binding: the query exactly as it came, because signatures cover its octets.</summary>
    public static ProviderInput OfQuery(string rawQuery) => new(rawQuery, null, null, null);

    /// <summary>By the POST binding.</summary>
    public static ProviderInput OfForm(string? request, string? response, string? relayState) => new(null, request, response, relayState);

    internal Result<IncomingMessage, SamlFault> Read() => _query is not null
        ? SamlMessageReader.ReadRedirect(_query, MessageLimits.Message)
        : SamlMessageReader.ReadPost(_request, _response, _relayState, MessageLimits.Message);
}
