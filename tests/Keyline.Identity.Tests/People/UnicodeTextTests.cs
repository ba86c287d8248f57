using Keyline.Identity.People;

namespace Keyline.Identity.Tests.People;

public class UnicodeTextTests
{
    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    [InlineData(0xFDD0)]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public void What_is_no_character_folds_to_a_key_and_throws_nothing(int code)
    {
        var text = "a" + (char)code + "B";

        Assert.False(UnicodeText.TryCount(text, allowControls: true, out _));
        Assert.Equal("a\uFFFDb", LookupKey.Name(text));
    }

    [Fact]
    public void Counts_characters_and_not_their_halves()
    {
        Assert.True(UnicodeText.TryCount("a🐎\n", allowControls: true, out var count));
        Assert.Equal(3, count);
        Assert.False(UnicodeText.TryCount("a🐎\n", allowControls: false, out _));
    }
}
