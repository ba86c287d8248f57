using System.Text;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Authenticators.Totp;

public class TotpAlgorithmTests
{
    private static readonly byte[] _secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);

    // RFC 6238, appendix B, the rows for SHA-1.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1_111_111_109, "07081804")]
    [InlineData(1_111_111_111, "14050471")]
    [InlineData(1_234_567_890, "89005924")]
    [InlineData(2_000_000_000, "69279037")]
    [InlineData(20_000_000_000, "65353130")]
    public void Computes_the_test_vectors_of_the_specification(long seconds, string code)
    {
        var step = TotpAlgorithm.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds));

        Assert.Equal(code, TotpAlgorithm.Code(_secret, step, digits: 8));
        Assert.Equal(code[2..], TotpAlgorithm.Code(_secret, step));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Takes_the_codes_of_one_step_to_either_side(int away, bool taken)
    {
        var step = TotpAlgorithm.StepAt(_now) + away;

        Assert.Equal(taken ? step : null, TotpAlgorithm.FindStep(_secret, TotpAlgorithm.Code(_secret, step), _now, lastUsed: 0));
    }

    [Fact]
    public void Takes_no_step_up_to_the_last_one_used()
    {
        var step = TotpAlgorithm.StepAt(_now);

        Assert.Null(TotpAlgorithm.FindStep(_secret, TotpAlgorithm.Code(_secret, step), _now, lastUsed: step));
        Assert.Null(TotpAlgorithm.FindStep(_secret, TotpAlgorithm.Code(_secret, step - 1), _now, lastUsed: step));
        Assert.Equal(step + 1, TotpAlgorithm.FindStep(_secret, TotpAlgorithm.Code(_secret, step + 1), _now, lastUsed: step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("123456\n123456\n123456")]
    public void Refuses_what_is_no_code(string code) => Assert.Null(TotpAlgorithm.FindStep(_secret, code, _now, lastUsed: 0));

    [Fact]
    public void Takes_the_space_that_apps_show()
    {
        var code = TotpAlgorithm.Code(_secret, TotpAlgorithm.StepAt(_now));

        Assert.NotNull(TotpAlgorithm.FindStep(_secret, $"{code[..3]} {code[3..]}", _now, lastUsed: 0));
    }

    [Fact]
    public void Offers_the_secret_as_apps_read_it()
    {
        var uri = TotpAlgorithm.Uri("Keyline Acme & Co", "m winter", _secret);

        Assert.Equal(
            "otpauth://totp/Keyline%20Acme%20%26%20Co:m%20winter?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            + "&issuer=Keyline%20Acme%20%26%20Co&algorithm=SHA1&digits=6&period=30", uri);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Writes_the_base32_test_vectors(string text, string encoded)
    {
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(TestBase32.Decode(encoded)));
    }
}
