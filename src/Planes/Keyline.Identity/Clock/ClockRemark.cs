using Keyline.Identity.Federation;
using Keyline.Identity.Settings;

namespace Keyline.Identity.Clock;

/// <summary>Says both clocks where a sign-in was refused for time: whoever reads it must know which one to correct.</summary>
public sealed class ClockRemark(OwnClock own, ProviderClocks providers, ISettingsStore settings, TimeProvider time)
{
    // The protocol libraries' codes for what is too early or too late.
    private static readonly HashSet<string> _timely =
        new(StringComparer.Ordinal) { "Expired", "NotYetValid", "SessionExpired", "IssuedInFuture", "AuthenticationTooOld", "TooOld" };

    /// <summary>A sentence for the refusal; null when it is not about time.</summary>
    public async Task<string?> FindAsync(string protocolCode, Connection connection, CancellationToken ct)
    {
        if (!_timely.Contains(protocolCode[(protocolCode.LastIndexOf('.') + 1)..]))
        {
            return null;
        }

        var tolerance = (await settings.GetAsync(connection.TenantId, ct)).ClockTolerance;
        return providers.Find(connection.Id) is { } provider
            ? ClockWords.Both(time.GetUtcNow(), provider.Ahead, tolerance, own.Offset)
            : ClockWords.Ours(time.GetUtcNow(), own.Offset) + "; the IdP's is in what came. Compare both with a time server.";
    }
}
