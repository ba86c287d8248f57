using Keyline.Checks;
using Keyline.OpenId.Verification;

namespace Keyline.OpenId.Tests;

/// <summary>Asserts that something was refused, for the reason it should be.</summary>
internal static class Refusal
{
    public static OAuthFault Of<T>(OAuthFaultCode code, Result<T, OAuthFault> result)
        where T : notnull
    {
        Assert.False(result.Ok, $"accepted, and should have been refused as {code}");
        Assert.True(result.Fault.Code == code, $"refused as {result.Fault.Code}, not {code}: {result.Fault.Detail}");
        Assert.NotEmpty(result.Fault.Expected);
        Assert.NotEmpty(result.Fault.Came);
        Assert.NotEmpty(result.Fault.ToDo);
        return result.Fault;
    }

    public static OAuthFault Of<T>(OAuthFaultCode code, Checked<T> verified)
        where T : notnull
    {
        var fault = Of(code, verified.Outcome);
        var failed = Assert.Single(verified.Report.Checks, check => check.Verdict == CheckVerdict.Failed);
        Assert.Same(failed, verified.Report.Checks[^1]);
        Assert.Equal(fault.Came, failed.Came);
        return fault;
    }

    public static T None<T>(Checked<T> verified)
        where T : notnull
    {
        Assert.True(verified.Outcome.Ok, verified.Outcome.Fault?.Detail);
        Assert.Null(verified.Report.Failed);
        return verified.Outcome.Value;
    }

    public static T None<T>(Result<T, OAuthFault> result)
        where T : notnull
    {
        Assert.True(result.Ok, result.Fault?.Detail);
        return result.Value;
    }
}
