using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Keyline.Testing.Peers;

/// <summary>
/// The npm oidc-provider as a company's OpenID provider, with a login form (fields <c>login</c>, <c>password</c>,
/// <c>claims</c>; buttons <c>#sign-in</c>, <c>#cancel</c>). People: user001 to user020, password <c>pw-NAME</c>.
/// </summary>
public sealed class OpenIdPeer : IAsyncDisposable
{
    private readonly Peer _peer;
    private readonly HttpClient _steering = new();

    private OpenIdPeer(Peer peer) => _peer = peer;

    /// <summary>The issuer.</summary>
    public Uri Issuer => At(_peer.Ports[0]);

    /// <summary>Starts it.</summary>
    /// <param name="clients">The clients, in the words of OpenID Connect Dynamic Client Registration.</param>
    public static async Task<OpenIdPeer> StartAsync(params IEnumerable<IReadOnlyDictionary<string, object>> clients) =>
        new(await Peer.StartAsync("openid", new Dictionary<string, string> { ["OPENID_CLIENTS"] = JsonSerializer.Serialize(clients) }));

    /// <summary>A confidential client with everything that Keyline uses.</summary>
    /// <param name="id">The client's id.</param>
    /// <param name="secret">Its secret: 32 characters or more.</param>
    /// <param name="callback">Where codes go.</param>
    /// <param name="backChannel">Where logout tokens go, or null.</param>
    /// <param name="afterLogout">Where people go after logout, or null.</param>
    public static Dictionary<string, object> Client(
        string id, string secret, Uri callback, Uri? backChannel = null, Uri? afterLogout = null)
    {
        var client = new Dictionary<string, object>
        {
            ["client_id"] = id,
            ["client_secret"] = secret,
            ["redirect_uris"] = new[] { callback },
            ["response_types"] = new[] { "code" },
            ["grant_types"] = new[] { "authorization_code", "refresh_token" },
        };
        if (backChannel is not null)
        {
            client["backchannel_logout_uri"] = backChannel;
            client["backchannel_logout_session_required"] = true;
        }

        if (afterLogout is not null)
        {
            client["post_logout_redirect_uris"] = new[] { afterLogout };
        }

        return client;
    }

    /// <summary>New keys from now on; the old ones stay published or not.</summary>
    public Task RotateKeysAsync(bool keepOld) => SteerAsync(HttpMethod.Post, "rotate?keep=" + (keepOld ? "1" : "0"));

    /// <summary>Replaces a person's claims.</summary>
    public Task SetClaimsAsync(string person, IReadOnlyDictionary<string, object> claims) =>
        SteerAsync(HttpMethod.Put, "claims/" + person, JsonContent.Create(claims));

    /// <summary>Ends a person's sessions and tells the clients over the back channel.</summary>
    public Task EndSessionsAsync(string person) => SteerAsync(HttpMethod.Post, "logout/" + person);

    /// <summary>What happened: one line for each error and each logout that a client confirmed.</summary>
    public async Task<IReadOnlyList<string>> ReadLogAsync() =>
        await _steering.GetFromJsonAsync<List<string>>(new Uri(At(_peer.Ports[1]), "log")) ?? [];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _steering.Dispose();
        await _peer.DisposeAsync();
    }

    private async Task SteerAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(At(_peer.Ports[1]), path)) { Content = content };
        using var response = await _steering.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private Uri At(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://{_peer.Host}:{port}"));
}
