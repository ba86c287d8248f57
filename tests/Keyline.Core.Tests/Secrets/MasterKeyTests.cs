using Keyline.Secrets;

namespace Keyline.Core.Tests.Secrets;

public class MasterKeyTests
{
    [Fact]
    public void Reads_what_it_exported_under_the_same_name()
    {
        var key = MasterKey.New();

        var read = MasterKey.Parse(key.Export());

        Assert.Equal(key.Id, read?.Id);
        var text = new SecretSealer([key]).Seal(new SecretText("x"), "p");
        Assert.True(new SecretSealer([read!]).Open(text, "p").Ok);
    }

    [Fact]
    public void Accepts_the_line_end_of_a_file() =>
        Assert.NotNull(MasterKey.Parse(new SecretText(MasterKey.New().Export().Reveal() + "\n")));

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Refuses_anything_but_32_bytes(string text) => Assert.Null(MasterKey.Parse(new SecretText(text)));

    [Fact]
    public void Every_key_has_a_name_of_its_own() =>
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => MasterKey.New().Id).Distinct().Count());
}
