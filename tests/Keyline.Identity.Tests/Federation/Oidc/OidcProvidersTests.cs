using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.SignIn;
using Keyline.Journal;
using Keyline.OpenId;
using Keyline.Secrets;
using Keyline.Testing.Identity;
using Keyline.Testing.OpenId;

namespace Keyline.Identity.Tests.Federation.Oidc;

public class OidcProvidersTests
{
    private readonly SettableTime _time = new(TestProvider.Now);
    private readonly CountingHttp _http = new();
    private readonly TestProvider _provider = new();
    private readonly ConnectionId _connection = ConnectionId.New();

    public OidcProvidersTests()
    {
        _http.Answer = Serve;
        Providers = new OidcProviders(_http, _time);
    }

    private OidcProviders Providers { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asks_once_and_remembers()
    {
        await GetAsync();
        await GetAsync();

        Assert.Equal(2, _http.Asked.Count);
    }

    [Fact]
    public async Task Uses_old_keys_while_the_provider_is_away_but_not_for_ever()
    {
        await GetAsync();
        _http.Answer = _ => null;

        _time.Now += TimeSpan.FromHours(7);
        Assert.True((await GetAsync()).Ok);
        _time.Now += TimeSpan.FromDays(3);
        Assert.Equal(SignInFaultCode.ProviderUnreachable, (await GetAsync()).Fault?.Code);
    }

    [Fact]
    public async Task Asks_for_an_unknown_key_at_once_and_then_only_every_so_often()
    {
        var used = (await GetAsync()).Value ?? throw new InvalidOperationException();
        _time.Now += TimeSpan.FromMinutes(1);

        var newer = await Providers.RenewAsync(_connection, _provider.Party, used, Ct);
        Assert.NotNull(newer);
        Assert.Null(await Providers.RenewAsync(_connection, _provider.Party, newer, Ct));
        Assert.Equal(4, _http.Asked.Count);
    }

    [Fact]
    public async Task Forgets_when_the_connection_changes()
    {
        await GetAsync();
        Providers.OnChange(new Change(TenantId.New(), ChangeKinds.Connection, _connection.ToString()));

        await GetAsync();

        Assert.Equal(4, _http.Asked.Count);
    }

    private Task<Result<OidcProvider, SignInFault>> GetAsync() => Providers.GetAsync(_connection, _provider.Party, Ct);

    private ProviderAnswer? Serve(OutgoingRequest request) => request.Address.AbsolutePath switch
    {
        "/acme/.well-known/openid-configuration" => new ProviderAnswer(200, new SecretText(_provider.MetadataDocument.ToJsonString()), "application/json"),
        "/acme/keys" => new ProviderAnswer(200, new SecretText(TestProvider.KeySetJson), "application/json"),
        _ => null,
    };
}
