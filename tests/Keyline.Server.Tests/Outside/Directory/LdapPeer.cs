using Keyline.Identity.Directory;
using Keyline.Secrets;
using Keyline.Server.Outside.Directory;
using Keyline.Testing;
using Keyline.Testing.Certificates;
using Keyline.Testing.Peers;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Tests.Outside.Directory;

/// <summary>OpenLDAP with a certificate of a private authority.</summary>
public sealed class LdapPeer : IAsyncLifetime
{
    private readonly TestCa _ca = new();
    private Peer? _peer;

    internal RecordingLogger<LdapDirectory> Log { get; } = new();

    internal Peer Running => _peer ?? throw new InvalidOperationException("It has not been started.");

    public async ValueTask InitializeAsync() =>
        _peer = await Peer.StartAsync("ldap", prepare: (folder, host) => _ca.WriteServerFiles(folder, host.ToString()));

    public async ValueTask DisposeAsync()
    {
        _ca.Dispose();
        await Running.DisposeAsync();
    }

    /// <summary>Settings that work.</summary>
    internal DirectorySettings Settings(DirectorySecurity security = DirectorySecurity.Ldaps) => new()
    {
        Host = Running.Host.ToString(),
        Port = Running.Ports[security == DirectorySecurity.Ldaps ? 1 : 0],
        Security = security,
        TrustedRootsPem = _ca.Pem,
        ServiceDn = "cn=reader,ou=services,dc=acme,dc=test",
        ServicePassword = new SecretText("reader-pw"),
        PeopleBase = "ou=people,dc=acme,dc=test",
        GroupsBase = "ou=groups,dc=acme,dc=test",
    };

    internal LdapDirectory Directory(Action<DirectoryOptions>? change = null)
    {
        var options = new DirectoryOptions();
        options.InsecureAllowNetworks.Add("127.0.0.0/8");
        change?.Invoke(options);
        Assert.True(new DirectoryOptionsCheck().Validate(null, options).Succeeded);
        return new LdapDirectory(Options.Create(options), Log);
    }
}
