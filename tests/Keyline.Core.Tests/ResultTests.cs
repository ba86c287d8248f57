namespace Keyline.Core.Tests;

public class ResultTests
{
    [Fact]
    public void Holds_a_value_or_a_fault()
    {
        Result<int, string> good = 3;
        Result<int, string> bad = "refused";

        Assert.Equal((true, 3, null), (good.Ok, good.Value, good.Fault));
        Assert.Equal((false, "refused"), (bad.Ok, bad.Fault));
    }
}
