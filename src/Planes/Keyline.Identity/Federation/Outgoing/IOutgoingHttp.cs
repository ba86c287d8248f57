using Keyline.OpenId;

namespace Keyline.Identity.Federation.Outgoing;

/// <summary>
/// Sends requests to addresses that an administrator of a tenant has configured, or that an IdP has named. It goes only
/// where the operator lets it go, follows no redirect, and limits time and size.
/// </summary>
public interface IOutgoingHttp
{
    /// <summary>Sends it once. Any HTTP status that is not a redirect is an answer.</summary>
    Task<Result<ProviderAnswer, OutgoingFault>> SendAsync(OutgoingRequest request, CancellationToken ct);
}
