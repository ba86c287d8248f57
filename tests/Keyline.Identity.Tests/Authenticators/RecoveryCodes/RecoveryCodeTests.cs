using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.People;

namespace Keyline.Identity.Tests.Authenticators.RecoveryCodes;

public class RecoveryCodeTests
{
    private static readonly PersonId _alice = PersonId.New();

    [Fact]
    public void Has_eighty_bits_in_groups_without_characters_that_look_alike()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => RecoveryCode.New().Reveal()).ToList();

        Assert.All(codes, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", code));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Theory]
    [InlineData("7K3M-9QXZ-2PD4-W0A1", "7k3m9qxz2pd4w0a1")]
    [InlineData("7K3M-9QXZ-2PD4-W0A1", " 7K3M 9QXZ 2PD4 WOAI ")]
    [InlineData("7K3M-9QXZ-2PD4-W0A1", "7k3m-9qxz-2pd4-woal")]
    public void Reads_what_was_meant(string code, string typed) =>
        Assert.Equal(RecoveryCode.HashOf(_alice, code), RecoveryCode.HashOf(_alice, typed));

    [Theory]
    [InlineData("")]
    [InlineData("7K3M-9QXZ-2PD4-W0A")]
    [InlineData("7K3M-9QXZ-2PD4-W0A1-0")]
    [InlineData("7K3M-9QXZ-2PD4-W0AU")]
    [InlineData("7K3M-9QXZ-2PD4-W0A\u0661")]
    public void Refuses_what_is_no_code(string typed) => Assert.Null(RecoveryCode.HashOf(_alice, typed));

    [Fact]
    public void Refuses_a_long_text_without_reading_it() => Assert.Null(RecoveryCode.HashOf(_alice, new string('-', 1_000_000)));

    [Fact]
    public void Is_worth_nothing_for_somebody_else() =>
        Assert.NotEqual(RecoveryCode.HashOf(_alice, "7K3M-9QXZ-2PD4-W0A1"), RecoveryCode.HashOf(PersonId.New(), "7K3M-9QXZ-2PD4-W0A1"));
}
