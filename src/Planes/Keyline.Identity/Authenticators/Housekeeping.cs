using Keyline.Identity.Authenticators.Devices;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Identity.LocalSignIn;

namespace Keyline.Identity.Authenticators;

/// <summary>Removes what has expired; run by every node now and then.</summary>
public sealed class Housekeeping(
    IThrottleStore counters, IPasskeyStore passkeys, IKnownDeviceStore devices, ICredentialLinkStore links, ILocalTransactionStore transactions,
    TimeProvider time)
{
    /// <returns>How many rows went.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await counters.RemoveExpiredAsync(now, Throttle.MaxCounters, ct)
            + await passkeys.RemoveExpiredAsync(now, ct)
            + await devices.RemoveExpiredAsync(now, ct)
            + await links.RemoveExpiredAsync(now, ct)
            + await transactions.RemoveExpiredAsync(now, ct);
    }
}
