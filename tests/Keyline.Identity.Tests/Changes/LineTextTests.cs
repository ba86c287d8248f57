using Keyline.Identity.Changes;

namespace Keyline.Identity.Tests.Changes;

public class LineTextTests
{
    [Theory]
    [InlineData(" Anna Müller ", "Anna Müller")]
    [InlineData("名前", "名前")]
    [InlineData("😀", "😀")]
    public void Takes_a_line(string text, string expected)
    {
        Assert.True(LineText.TryParse(text, 20, out var line));
        Assert.Equal(expected, line);
    }

    [Fact]
    public void Refuses_what_is_not_a_line_of_text()
    {
        // Halves of characters can't be written as test data: metadata would replace them.
        string?[] bad =
        [
            null, "", "  ", new string('a', 21), "two\nlines", "nul\0", "bell\u0007", "half \ud83d", "\ude00 half", "turned \u202e txt",
            "paragraph\u2029s",
        ];

        Assert.All(bad, text => Assert.False(LineText.TryParse(text, 20, out _), text));
    }
}
