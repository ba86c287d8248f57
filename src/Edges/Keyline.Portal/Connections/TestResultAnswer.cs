using System.Text;
using Keyline.Identity.Roles;
using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Testing;
using Keyline.Identity.SignIn.Traces;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Connections;

/// <summary>Shows a test's result, in the console or to whoever set up with a link.</summary>
public static class TestResultAnswer
{
    public static IResult Show(HttpContext context, TestResult result)
    {
        var inConsole = context.SignedInOrNull()?.Access.Has(Permissions.ConnectionsRead) == true && !result.ReturnPath.Contains("/setup/", StringComparison.Ordinal);
        var advice = Enum.TryParse<SignInFaultCode>(result.FaultCode, out var code) && Enum.IsDefined(code) ? Advice.For(code).Administrator
            : result.Succeeded ? null
            : Advice.For(SignInFaultCode.ResponseRefused).Administrator;
        return Page.Of<TestResultPage>(new TestResultModel
        {
            Around = inConsole ? context.Surroundings() : null,
            TenantName = context.Tenant().Name,
            Result = result,
            Checks = TraceWords.Checks(result.Checks, advice),
            ToDo = advice,
            BackHref = result.ReturnPath.Length > 0 ? result.ReturnPath : new TenantPaths(context.Tenant().Slug.Value).Home,
            Raw = Readable(result.RawResponse),
        });
    }

    // A SAML response is kept as it was posted: in Base64.
    private static string Readable(string raw)
    {
        var bytes = new byte[raw.Length];
        return raw.Length > 0 && raw[0] is not ('{' or '<') && Convert.TryFromBase64String(raw, bytes, out var written)
            ? Encoding.UTF8.GetString(bytes, 0, written)
            : raw;
    }
}
