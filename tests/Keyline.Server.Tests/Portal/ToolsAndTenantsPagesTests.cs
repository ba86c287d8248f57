using System.Net;
using Keyline.Identity.Roles;
using Keyline.Identity.Settings;
using Keyline.Identity.Tenants;
using Keyline.Tenancy;

namespace Keyline.Server.Tests.Portal;

public sealed class ToolsAndTenantsPagesTests(PortalSite site) : IClassFixture<PortalSite>
{
    private const string Sso = "/t/acme/console/tools/sso";

    private static readonly (string, string)[] _settings =
        [("local", "Everybody"), ("idle", "30"), ("hours", "9"), ("tolerance", "45"), ("alerts", "it@acme.example"), ("idle-admin", "10"), ("hours-admin", "2")];

    [Fact]
    public async Task Settings_are_shown_and_saved()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        Assert.Contains("includes SSO", (await admin.OpenAsync(Sso)).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        var page = await admin.SendAsync(Sso, _settings);

        Assert.Equal("45", page.QuerySelector("#f-tolerance")!.GetAttribute("value"));
        Assert.Equal("10", page.QuerySelector("#f-idle-admin")!.GetAttribute("value"));
        var kept = await site.Node.AskAsync((ISettingsStore store) => store.GetAsync(site.Acme.Id, CancellationToken.None));
        Assert.Equal(LocalSignInMode.Everybody, kept.LocalSignIn);
        Assert.Equal("it@acme.example", Assert.Single(kept.AlertAddresses));
        Assert.Equal(TimeSpan.FromHours(2), Assert.Single(kept.SessionLimitsByRole).Value.Absolute);
    }

    [Theory]
    [InlineData("idle", "1", "at least 5 minutes")]
    [InlineData("hours", "99999999999999", "at most 720 hours")]
    [InlineData("tolerance", "-1", "clock tolerance")]
    [InlineData("alerts", "nobody", "e-mail addresses")]
    [InlineData("local", "Dogs", "expected nobody")]
    [InlineData("hours-admin", "25", "admin")]
    public async Task A_setting_out_of_bounds_is_refused_with_what_is_expected(string name, string value, string said)
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        var refusal = await admin.IsRefusedAsync(Sso, [.. _settings.Where(field => field.Item1 != name), (name, value)]);

        Assert.Contains(said, refusal, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_auditor_looks_at_settings_and_saves_none()
    {
        var auditor = await site.SignInAsync(site.Acme, BuiltInRoles.Auditor);

        Assert.True((await auditor.OpenAsync(Sso)).QuerySelector("main button")!.HasAttribute("disabled"));
        using var answer = await auditor.Browser.PostAsync(Sso, site.Origin, _settings);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_operator_creates_a_tenant_renames_it_and_changes_its_plan()
    {
        var staff = await OperatorAsync(BuiltInRoles.Operator);
        const string All = "/t/operator/console/tenants";

        await staff.OpenAsync(All + "/new");
        Assert.Contains("lower-case", await staff.IsRefusedAsync(All + "/new", ("name", "Beta"), ("slug", "Beta GmbH"), ("plan", "Connect")), StringComparison.Ordinal);
        Assert.Contains("basic", await staff.IsRefusedAsync(All + "/new", ("name", "Beta"), ("slug", "beta"), ("plan", "7")), StringComparison.Ordinal);
        var made = await staff.SendAsync(All + "/new", ("name", "Beta"), ("slug", "beta"), ("plan", "Connect"));
        var path = Path.GetDirectoryName(made.QuerySelector("form[action$='/name']")!.GetAttribute("action"))!;

        Assert.Equal("Beta AG", (await staff.SendAsync(path + "/name", ("name", "Beta AG"))).QuerySelector("h1")!.TextContent);
        Assert.Contains("only locally", (await staff.OpenAsync(path + "/plan?plan=Basic")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not included", (await staff.SendAsync(path + "/plan", ("plan", "Basic"))).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("beta", (await staff.OpenAsync(All + "?q=beta")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await staff.StatusOfAsync(path + "/plan?plan=Gold"));
    }

    [Fact]
    public async Task Support_sees_tenants_and_changes_none()
    {
        var support = await OperatorAsync(BuiltInRoles.Support);

        Assert.Null((await support.OpenAsync("/t/operator/console/tenants")).QuerySelector("a[href$='/tenants/new']"));
        Assert.Equal(HttpStatusCode.Forbidden, await support.StatusOfAsync("/t/operator/console/tenants/new"));
        Assert.Single((await support.OpenAsync("/t/operator/console")).QuerySelectorAll("nav.nav a[href$='/tenants']"));
    }

    [Fact]
    public async Task A_tenants_administrator_does_not_find_other_tenants()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        Assert.Equal(HttpStatusCode.Forbidden, await admin.StatusOfAsync("/t/acme/console/tenants"));
        Assert.Equal(HttpStatusCode.Forbidden, await admin.StatusOfAsync($"/t/acme/console/tenants/{site.Other.Id}"));
    }

    private async Task<SignedInBrowser> OperatorAsync(string role)
    {
        var tenant = await site.Node.AskAsync((EnsureOperator ensure) => ensure.EnsureAsync(CancellationToken.None));
        Assert.Equal(Tenant.OperatorSlug, tenant.Slug.Value);
        return await site.SignInAsync(tenant, role);
    }
}
