using System.Text.Json;
using Keyline.Secrets;

namespace Keyline.Identity.SignIn.Testing;

/// <summary>Shows a test's result to whoever started it, and to nobody else.</summary>
public sealed class ReadTestResult(ITestResultStore store, SecretSealer sealer, TimeProvider time)
{
    public async Task<TestResult?> FindAsync(TenantId tenantId, TransactionId id, SecretText? browser, CancellationToken ct)
    {
        if (browser is null || await store.FindAsync(tenantId, id, time.GetUtcNow(), ct) is not { } stored
            || !BearerSecret.Hash(browser).AsSpan().SequenceEqual(stored.BrowserHash))
        {
            return null;
        }

        return sealer.Open(stored.SealedResult, Purpose(id)) is { Ok: true, Value: var json }
            ? JsonSerializer.Deserialize<TestResult>(json.Reveal(), JsonSerializerOptions.Web)
            : null;
    }

    internal static string Purpose(TransactionId id) => $"connection.test-result/{id}";
}
