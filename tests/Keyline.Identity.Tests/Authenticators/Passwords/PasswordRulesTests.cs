using Keyline.Identity.Authenticators.Passwords;
using Keyline.Secrets;

namespace Keyline.Identity.Tests.Authenticators.Passwords;

public class PasswordRulesTests
{
    private static readonly PasswordContext _alone = new(["Acme Telephony GmbH", "acme"], ["m.winterbottom", "Mary Winterbottom", "mary@acme.example"], HasSecondFactor: false);
    private static readonly PasswordContext _withSecondFactor = _alone with { HasSecondFactor = true };

    [Theory]
    [InlineData("correct cattle pinned stables")]
    [InlineData("vier Kühe tanzen nachts")]
    [InlineData("しずかな海のそこで ねこが歌う夜明け前")]
    [InlineData("T7#kq)2Lz~0p@vXw")]
    [InlineData("just  spaces   between words")]
    public void Takes_any_long_password_whatever_its_characters(string text) =>
        Assert.True(PasswordRules.Check(new SecretText(text), _alone).Ok);

    [Theory]
    [InlineData("kxq7vhz2")]
    [InlineData("plum tile")]
    public void Takes_eight_characters_where_a_second_factor_is_always_asked_for(string text)
    {
        Assert.True(PasswordRules.Check(new SecretText(text), _withSecondFactor).Ok);
        AssertRefused(PasswordFaultCode.TooShort, text, _alone);
    }

    [Theory]
    [InlineData(PasswordFaultCode.TooShort, "")]
    [InlineData(PasswordFaultCode.TooShort, "kxq7vhz")]
    [InlineData(PasswordFaultCode.Malformed, "kxq7vhz\0kxq7vhz2")]
    [InlineData(PasswordFaultCode.Malformed, "tab\tbetween words")]
    [InlineData(PasswordFaultCode.Common, "password1")]
    [InlineData(PasswordFaultCode.Common, "P@ssw0rd!!2026")]
    [InlineData(PasswordFaultCode.Common, "!!!Sunshine2026!!!")]
    [InlineData(PasswordFaultCode.Common, "Contraseña99")]
    [InlineData(PasswordFaultCode.Common, "correct horse battery staple")]
    [InlineData(PasswordFaultCode.Common, "l3tm31nnow")]
    [InlineData(PasswordFaultCode.NamesOwner, "Keyline2026!")]
    [InlineData(PasswordFaultCode.NamesOwner, "AcmeTelephony#1")]
    [InlineData(PasswordFaultCode.NamesOwner, "mary.winterbottom")]
    [InlineData(PasswordFaultCode.NamesOwner, "W1nterb0ttom99")]
    [InlineData(PasswordFaultCode.Repeats, "aaaaaaaaaaaaaaaaaaaa")]
    [InlineData(PasswordFaultCode.Repeats, "plumplumplumplumplum")]
    [InlineData(PasswordFaultCode.Repeats, "1212121212121212")]
    [InlineData(PasswordFaultCode.Sequence, "abcdefghijklmnopqrst")]
    [InlineData(PasswordFaultCode.Sequence, "98765432zyxwvuts")]
    [InlineData(PasswordFaultCode.Sequence, "qwertyuiopasdfgh")]
    public void Refuses_what_is_tried_first(PasswordFaultCode expected, string text) => AssertRefused(expected, text, _withSecondFactor);

    [Fact]
    public void Refuses_more_than_256_characters() =>
        AssertRefused(PasswordFaultCode.TooLong, string.Concat(Enumerable.Range(0, 100).Select(i => $"w{i * 7919} ")), _alone);

    [Fact]
    public void Ships_with_thousands_of_common_passwords() => Assert.InRange(CommonPasswords.Count, 4_000, 50_000);

    [Fact]
    public void Gives_advice_for_every_fault()
    {
        foreach (var code in Enum.GetValues<PasswordFaultCode>())
        {
            Assert.EndsWith(".", PasswordAdvice.For(new PasswordFault(code, "detail"), 15), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Says_nothing_of_the_password_in_a_refusal()
    {
        var refused = PasswordRules.Check(new SecretText("mary.winterbottom"), _alone);

        Assert.DoesNotContain("winterbottom", refused.Fault?.ToString() ?? "", StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertRefused(PasswordFaultCode expected, string text, PasswordContext context) =>
        Assert.Equal(expected, PasswordRules.Check(new SecretText(text), context).Fault?.Code);
}
