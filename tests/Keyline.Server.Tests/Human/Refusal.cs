using System.Net;
using System.Text.RegularExpressions;
using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Traces;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Server.Tests.Human;

/// <summary>What every refused sign-in has in common: a 4xx page with a reference, a trace, an audit entry, and no session.</summary>
internal static class Refusal
{
    public static async Task AssertAsync(
        ServerNode node, Tenant tenant, TestBrowser browser, HttpResponseMessage answer, SignInFaultCode code, string protocolCode = "")
    {
        var ct = TestContext.Current.CancellationToken;
        var page = await answer.Content.ReadAsStringAsync(ct);
        Assert.InRange((int)answer.StatusCode, 400, 499);
        var reference = Regex.Match(page, "<code>([2-9A-Z]{5}-[2-9A-Z]{5})</code>").Groups[1].Value;
        var trace = await node.AskAsync<ITraceStore, SignInTrace?>(store => store.FindAsync(tenant.Id, reference, ct));
        Assert.NotNull(trace);
        Assert.Equal((code, protocolCode), (trace.Code, trace.ProtocolCode));
        var entry = await node.AskAsync<IAuditLog, AuditEntry?>(log => log.FindByReferenceAsync(tenant.Id, reference, ct));
        Assert.NotNull(entry);
        Assert.Equal((AuditOutcome.Denied, code.ToString()), (entry.Outcome, entry.Facts["code"]));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfMeAsync(browser, tenant));
    }

    public static async Task<HttpStatusCode> StatusOfMeAsync(TestBrowser browser, Tenant tenant)
    {
        browser.Accept = "application/json";
        var status = await browser.StatusOfAsync($"/t/{tenant.Slug}/api/me");
        browser.Accept = "text/html";
        return status;
    }
}
