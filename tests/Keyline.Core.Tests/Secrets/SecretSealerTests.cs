using System.Buffers.Text;
using System.Text;
using Keyline.Secrets;

namespace Keyline.Core.Tests.Secrets;

public class SecretSealerTests
{
    private const string Purpose = "connection.client-secret/1";

    private readonly MasterKey _key = MasterKey.New();

    [Theory]
    [InlineData("")]
    [InlineData("s3cret")]
    [InlineData("pass 😀 wörd\0")]
    public void Opens_what_it_sealed(string secret) => Assert.Equal(secret, Open(Seal(secret)).Value!.Reveal());

    [Fact]
    public void Seals_the_same_secret_differently_each_time() => Assert.NotEqual(Seal("s3cret"), Seal("s3cret"));

    [Fact]
    public void The_sealed_text_tells_the_key_and_not_the_secret()
    {
        var text = Seal("s3cret");

        Assert.StartsWith($"k1.{_key.Id}.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("s3cret")), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_when_any_byte_was_changed()
    {
        var parts = Seal("s3cret").Split('.');
        var bytes = Base64Url.DecodeFromChars(parts[2]);
        for (var position = 0; position < bytes.Length; position++)
        {
            bytes[position] ^= 1;
            Assert.Equal(SealFaultCode.Changed, Open($"k1.{parts[1]}.{Base64Url.EncodeToString(bytes)}").Fault?.Code);
            bytes[position] ^= 1;
        }
    }

    [Fact]
    public void Refuses_a_cut_off_text_of_any_length()
    {
        var text = Seal("s3cret");
        for (var length = 0; length < text.Length; length++)
        {
            Assert.False(Open(text[..length]).Ok);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("k1")]
    [InlineData("k1.aaaaaaaa")]
    [InlineData("k1.KEY.")]
    [InlineData("k1.KEY.AAAA")]
    [InlineData("k1.KEY.not base64url!")]
    [InlineData("k1.KEY.AAAA.AAAA")]
    [InlineData("k2.KEY.AAAA")]
    [InlineData(".k1.KEY.AAAA")]
    public void Refuses_what_is_no_sealed_text(string text) =>
        Assert.Equal(SealFaultCode.Malformed, Open(text.Replace("KEY", _key.Id, StringComparison.Ordinal)).Fault?.Code);

    [Theory]
    [InlineData("connection.client-secret/2")]
    [InlineData("connection.client-secret/1 ")]
    [InlineData("")]
    public void Refuses_for_another_purpose(string purpose) =>
        Assert.Equal(SealFaultCode.Changed, new SecretSealer([_key]).Open(Seal("s3cret"), purpose).Fault?.Code);

    [Fact]
    public void Refuses_an_unknown_key_and_names_those_it_has()
    {
        var other = MasterKey.New();

        var refusal = new SecretSealer([other]).Open(Seal("s3cret"), Purpose).Fault;

        Assert.Equal(SealFaultCode.UnknownKey, refusal?.Code);
        Assert.Contains(_key.Id, refusal!.Detail, StringComparison.Ordinal);
        Assert.Contains(other.Id, refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Opens_with_a_key_that_is_being_rotated_out_and_seals_with_the_new_one()
    {
        var old = Seal("s3cret");
        var newKey = MasterKey.New();
        var sealer = new SecretSealer([newKey, _key]);

        Assert.Equal("s3cret", sealer.Open(old, Purpose).Value!.Reveal());
        Assert.StartsWith($"k1.{newKey.Id}.", sealer.Seal(new SecretText("s3cret"), Purpose), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_by_another_keys_name_opens_nothing()
    {
        var other = MasterKey.New();
        var moved = Seal("s3cret").Replace(_key.Id, other.Id, StringComparison.Ordinal);

        Assert.Equal(SealFaultCode.Changed, new SecretSealer([other]).Open(moved, Purpose).Fault?.Code);
    }

    [Fact]
    public void Needs_a_key() => Assert.Throws<ArgumentException>(() => new SecretSealer([]));

    [Fact]
    public void Every_fault_code_has_its_test() =>
        Assert.Equal([SealFaultCode.Malformed, SealFaultCode.UnknownKey, SealFaultCode.Changed], Enum.GetValues<SealFaultCode>());

    private string Seal(string secret) => new SecretSealer([_key]).Seal(new SecretText(secret), Purpose);

    private Result<SecretText, SealFault> Open(string text) => new SecretSealer([_key]).Open(text, Purpose);
}
