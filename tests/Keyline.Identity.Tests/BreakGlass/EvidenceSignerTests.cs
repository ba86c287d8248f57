using Keyline.Identity.BreakGlass.Evidence;
using Keyline.Secrets;
using Keyline.Testing;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.BreakGlass;

public class EvidenceSignerTests
{
    private static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signs_what_another_node_verifies()
    {
        var keys = new FakeEvidenceKeys();
        var sealer = new SecretSealer([MasterKey.New()]);
        var signature = await Node(keys, sealer).SignAsync("keyline drill v1\none", _ct);

        Assert.True(await Node(keys, sealer).VerifyAsync("keyline drill v1\none", signature, _ct));
        Assert.Equal(64, signature.Signature.Length);
    }

    [Fact]
    public async Task Refuses_a_changed_text()
    {
        var signer = Node(new FakeEvidenceKeys(), new SecretSealer([MasterKey.New()]));
        var signature = await signer.SignAsync("keyline drill v1\none", _ct);

        Assert.False(await signer.VerifyAsync("keyline drill v1\ntwo", signature, _ct));
    }

    [Fact]
    public async Task Refuses_the_signature_of_another_installation()
    {
        var signature = await Node(new FakeEvidenceKeys(), new SecretSealer([MasterKey.New()])).SignAsync("text", _ct);

        Assert.False(await Node(new FakeEvidenceKeys(), new SecretSealer([MasterKey.New()])).VerifyAsync("text", signature, _ct));
    }

    [Fact]
    public async Task Two_nodes_that_start_together_agree_on_one_key()
    {
        var keys = new FakeEvidenceKeys();
        var sealer = new SecretSealer([MasterKey.New()]);
        var first = await Node(keys, sealer).SignAsync("text", _ct);
        var second = await Node(keys, sealer).SignAsync("text", _ct);

        Assert.Equal(first.KeyId, second.KeyId);
    }

    [Fact]
    public async Task Says_so_when_the_master_key_is_not_there()
    {
        var keys = new FakeEvidenceKeys();
        await Node(keys, new SecretSealer([MasterKey.New()])).SignAsync("text", _ct);
        var other = Node(keys, new SecretSealer([MasterKey.New()]));

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => other.SignAsync("text", _ct));
        Assert.Contains("not configured", problem.Message, StringComparison.Ordinal);
    }

    private static EvidenceSigner Node(FakeEvidenceKeys keys, SecretSealer sealer) => new(keys, sealer, new ManualTime());
}
