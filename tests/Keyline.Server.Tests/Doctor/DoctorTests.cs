using System.Net;
using System.Net.Sockets;
using Keyline.Identity.Clock;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.Settings;
using Keyline.Journal;
using Keyline.Secrets;
using Keyline.Server.Cli.Doctor;
using Keyline.Testing.Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Doctor;

public sealed class DoctorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_ok_of_what_is_in_order()
    {
        await using var world = await new DoctorWorld().PreparedAsync();

        var findings = await world.ExamineAsync();

        Assert.All(findings, finding => Assert.NotEqual(FindingLevel.Fail, finding.Level));
        Assert.Equal(["database", "transactions", "public origin", "master key", "clock", "DNS"],
            findings.Where(finding => finding.Level == FindingLevel.Ok).Select(finding => finding.About));
        Assert.StartsWith("ok    database: SQLite answers", findings[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_tables_are_not_this_versions_and_changes_nothing()
    {
        await using var world = new DoctorWorld();

        Assert.Equal(FindingLevel.Fail, (await world.FindAsync("database")).Level);
        Assert.Equal(FindingLevel.Fail, (await world.FindAsync("database")).Level);
    }

    [Fact]
    public async Task Says_that_the_database_does_not_answer()
    {
        await using var world = new DoctorWorld();
        world.Set("SqliteFile", Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "no-such-folder", "keyline.db"));

        var finding = await world.FindAsync("database");

        Assert.Equal(FindingLevel.Fail, finding.Level);
        Assert.Contains("does not answer", finding.Says, StringComparison.Ordinal);
        Assert.Contains("SqliteFile", finding.ToDo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_public_origin_is_not_https()
    {
        await using var world = await new DoctorWorld().PreparedAsync();
        world.Set("PublicOrigin", "http://localhost:8400");

        Assert.Equal(FindingLevel.Warn, (await world.FindAsync("public origin")).Level);
    }

    [Fact]
    public async Task Says_that_the_master_key_is_another_databases()
    {
        await using var world = await new DoctorWorld().PreparedAsync();
        await world.RunAsync(services => services.GetRequiredService<IEvidenceSigner>().SignAsync("something", Ct));
        Assert.Contains("opens what is sealed", (await world.FindAsync("master key")).Says, StringComparison.Ordinal);

        world.Set("MasterKey", MasterKey.New().Export().Reveal());

        Assert.Equal(FindingLevel.Fail, (await world.FindAsync("master key")).Level);
    }

    [Theory]
    [InlineData(0.2, "Ok")]
    [InlineData(10, "Warn")]
    [InlineData(-45, "Fail")]
    public async Task Says_how_far_the_clock_is_off(double seconds, string level)
    {
        await using var world = await new DoctorWorld().PreparedAsync();
        world.Clock.Answer = DoctorWorld.Off(TimeSpan.FromSeconds(seconds));

        Assert.Equal(level, (await world.FindAsync("clock")).Level.ToString());
    }

    [Fact]
    public async Task Says_that_no_time_server_answers()
    {
        await using var world = await new DoctorWorld().PreparedAsync();
        world.Clock.Answer = new ClockFault(ClockFaultCode.NoAnswer, "no server answered");

        Assert.Contains("no server answered", (await world.FindAsync("clock")).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_no_resolver_answers()
    {
        await using var world = await new DoctorWorld().PreparedAsync();
        world.Dns.Fault = new DnsFault(DnsFaultCode.ResolverSilent, "192.0.2.53 did not answer within 2 s");

        Assert.Equal(FindingLevel.Fail, (await world.FindAsync("DNS")).Level);
    }

    [Theory]
    [InlineData("220 mail.example ready", FindingLevel.Ok)]
    [InlineData("554 no service here", FindingLevel.Fail)]
    [InlineData("HTTP/1.1 400 Bad Request", FindingLevel.Fail)]
    internal async Task Says_whether_the_mail_server_greets(string greeting, FindingLevel level)
    {
        await using var world = await new DoctorWorld().PreparedAsync();
        var port = new TaskCompletionSource<int>();
        var greets = GreetAsync(port, greeting);
        world.Set("Mail:Host", "127.0.0.1");
        world.Set("Mail:From", "keyline@acme.example");
        world.Set("Mail:Port", $"{await port.Task}");

        Assert.Equal(level, (await world.FindAsync("mail")).Level);
        await greets;
    }

    [Fact]
    public async Task Says_that_there_is_no_mail_server()
    {
        await using var world = await new DoctorWorld().PreparedAsync();

        Assert.Equal(FindingLevel.Warn, (await world.FindAsync("mail")).Level);
    }

    [Fact]
    public async Task Says_that_no_break_glass_account_works_and_how_bad_that_is()
    {
        await using var world = await new DoctorWorld().PreparedAsync();
        Assert.Equal(FindingLevel.Warn, (await world.FindAsync("acme: break-glass")).Level);

        await world.RunAsync(async services =>
        {
            var settings = services.GetRequiredService<ISettingsStore>();
            await settings.SaveAsync((await settings.GetAsync(world.Acme.Id, Ct)) with { LocalSignIn = LocalSignInMode.Nobody }, Ct);
            await services.GetRequiredService<Identity.IIdentityJournal>().CommitAsync(Ct);
            return 0;
        });

        Assert.Equal(FindingLevel.Fail, (await world.FindAsync("acme: break-glass")).Level);
    }

    [Fact]
    public async Task Says_that_the_idps_certificate_has_ended_and_that_new_metadata_waits()
    {
        await using var world = await new DoctorWorld().PreparedAsync();
        using var ca = new TestCa();
        using var expired = ca.Issue(["idp.example"], expired: true);
        var provider = new SamlProvider { EntityId = "https://idp.example", SigningCertificates = ["not a certificate", Convert.ToBase64String(expired.RawData)] };
        await AddConnectionAsync(world, new SamlConnectionSettings { Provider = provider, HeldProvider = provider, MetadataFault = "404" });

        var said = (await world.ExamineAsync()).Where(finding => finding.About.Contains("connection 'idp'", StringComparison.Ordinal)).ToList();

        Assert.Equal([FindingLevel.Fail, FindingLevel.Warn, FindingLevel.Warn], said.Select(finding => finding.Level));
        Assert.Contains("waits for an administrator", said[1].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_domains_record_is_missing()
    {
        await using var world = await new DoctorWorld().PreparedAsync();
        var now = TimeProvider.System.GetUtcNow();
        await world.CommitAsync(services => services.GetRequiredService<IDomainStore>().Add(new Domain
        {
            Id = DomainId.New(),
            TenantId = world.Acme.Id,
            Name = "acme.example",
            Challenge = "keyline-challenge=x",
            ClaimedAt = now.AddDays(-9),
            VerifiedAt = now.AddDays(-8),
            MissingSince = now.AddDays(-1),
        }));

        var finding = await world.FindAsync("acme.example");

        Assert.Equal(FindingLevel.Warn, finding.Level);
        Assert.Contains("keyline domain verify", finding.ToDo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "Warn")]
    [InlineData(120, "Fail")]
    public async Task Says_that_audit_entries_are_in_no_chain(int minutesOld, string level)
    {
        await using var world = await new DoctorWorld().PreparedAsync();
        await world.CommitAsync(services => services.GetRequiredService<Identity.IIdentityJournal>().Record(new AuditEntry
        {
            TenantId = world.Acme.Id,
            At = TimeProvider.System.GetUtcNow().AddMinutes(-minutesOld),
            Action = "test",
            Outcome = AuditOutcome.Success,
            Actor = AuditParty.System,
        }));

        Assert.Equal(level, (await world.FindAsync("audit chain")).Level.ToString());
    }

    [Fact]
    public void What_others_have_typed_adds_no_line()
    {
        var finding = Finding.Warn("acme: connection 'x'", "could not be read: 404\nok    everything: fine", "Look.");

        Assert.Equal(2, finding.ToString().Split('\n').Length);
    }

    private static Task AddConnectionAsync(DoctorWorld world, ConnectionSettings settings)
    {
        var now = TimeProvider.System.GetUtcNow();
        return world.CommitAsync(services => services.GetRequiredService<IConnectionStore>().Add(new Connection
        {
            Id = ConnectionId.New(),
            TenantId = world.Acme.Id,
            Slug = "idp",
            Name = "IdP",
            Enabled = true,
            CreatedAt = now,
            ChangedAt = now,
            Settings = settings,
        }));
    }

    private static async Task GreetAsync(TaskCompletionSource<int> port, string greeting)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        port.SetResult(((IPEndPoint)server.LocalEndpoint).Port);
        using var client = await server.AcceptTcpClientAsync(Ct);
        await using var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(greeting + "\r\n"), Ct);
        var answer = new byte[64];
        if (await stream.ReadAsync(answer, Ct) > 0)
        {
            await stream.WriteAsync("221 bye\r\n"u8.ToArray(), Ct);
        }
    }
}
