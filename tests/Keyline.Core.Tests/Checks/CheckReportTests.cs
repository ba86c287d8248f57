using Keyline.Checks;

namespace Keyline.Core.Tests.Checks;

public class CheckReportTests
{
    private static readonly Check _passed = new("Audience", CheckVerdict.Passed, "a", "a");
    private static readonly Check _warning = new("Clock", CheckVerdict.Warning, "0 s", "50 s");
    private static readonly Check _failed = new("Issuer", CheckVerdict.Failed, "a", "b");

    [Fact]
    public void Names_the_failed_check_and_the_warnings()
    {
        var report = CheckReport.Empty
            .Then(new CheckReport { Checks = [_passed, _warning] })
            .Then(new CheckReport { Checks = [_failed] });

        Assert.Equal([_passed, _warning, _failed], report.Checks);
        Assert.Equal(_failed, report.Failed);
        Assert.Equal([_warning], report.Warnings);
        Assert.Null(CheckReport.Empty.Failed);
    }
}
