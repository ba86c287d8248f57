using System.Globalization;
using System.Net.Http.Json;
using Keyline.Identity.Mail;
using Keyline.Server.Outside.Mail;
using Keyline.Testing;
using Keyline.Testing.Certificates;
using Keyline.Testing.Peers;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Tests.Outside.Mail;

/// <summary>The npm smtp-server with a certificate of a private authority.</summary>
public sealed class MailPeer : IAsyncLifetime
{
    public const string User = "mailer";
    public const string Password = "a pässword = ";

    private readonly Dictionary<string, string> _settings;
    private Peer? _peer;

    public MailPeer()
        : this(new Dictionary<string, string>())
    {
    }

    internal MailPeer(IReadOnlyDictionary<string, string> settings) => _settings = new(settings)
    {
        ["SMTP_USER"] = User,
        ["SMTP_PASSWORD"] = Password,
    };

    private Peer Running => _peer ?? throw new InvalidOperationException("It has not been started.");

    public async ValueTask InitializeAsync()
    {
        using var ca = new TestCa();
        _peer = await Peer.StartAsync("smtp", _settings, (folder, host) => ca.WriteServerFiles(folder, host.ToString()));
    }

    public ValueTask DisposeAsync() => Running.DisposeAsync();

    /// <summary>Settings that work.</summary>
    internal MailOptions Settings(MailSecurity security = MailSecurity.StartTls) => new()
    {
        Host = Running.Host.ToString(),
        Port = Running.Ports[security == MailSecurity.Tls ? 1 : 0],
        Security = security,
        CaFile = Path.Combine(Running.Folder, "ca.crt"),
        From = "keyline@acme.test",
        FromName = "Keyline für Acme",
        Timeout = TimeSpan.FromSeconds(10),
    };

    internal static SmtpMailer Mailer(MailOptions options, RecordingLogger<SmtpMailer>? log = null)
    {
        Assert.True(new MailOptionsCheck().Validate(null, options).Succeeded);
        return new SmtpMailer(Options.Create(options), TimeProvider.System, log ?? new());
    }

    /// <summary>What has come with this Message-ID.</summary>
    internal async Task<ReceivedMail> FindAsync(MailReceipt? receipt)
    {
        Assert.NotNull(receipt);
        using var http = new HttpClient();
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{Running.Host}:{Running.Ports[2]}/"));
        var box = await http.GetFromJsonAsync<List<ReceivedMail>>(address, TestContext.Current.CancellationToken);
        return Assert.Single(box ?? [], mail => mail.Data.Contains($"Message-ID: <{receipt.MessageId}>", StringComparison.Ordinal));
    }

    internal sealed record ReceivedMail(string From, IReadOnlyList<string> To, bool Encrypted, string? User, string Hello, string Data);
}
