using Microsoft.Playwright;

namespace Keyline.EndToEnd.Tests.Browsing;

/// <summary>A passkey device inside Chromium. Passkeys work on https and on localhost, not on addresses.</summary>
public sealed class VirtualAuthenticator
{
    private readonly ICDPSession _session;
    private readonly string _id;

    private VirtualAuthenticator(ICDPSession session, string id)
    {
        _session = session;
        _id = id;
    }

    /// <summary>Plugs one in for this page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="verifiesUser">Whether it checks finger or PIN: without it a sign-in is possession only.</param>
    public static async Task<VirtualAuthenticator> AddAsync(IPage page, bool verifiesUser = true)
    {
        ArgumentNullException.ThrowIfNull(page);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var answer = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = verifiesUser,
                ["isUserVerified"] = verifiesUser,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new VirtualAuthenticator(session, answer?.GetProperty("authenticatorId").GetString() ?? "");
    }

    /// <summary>How many passkeys it holds.</summary>
    public async Task<int> CountAsync()
    {
        var answer = await _session.SendAsync("WebAuthn.getCredentials", new Dictionary<string, object> { ["authenticatorId"] = _id });
        return answer?.GetProperty("credentials").GetArrayLength() ?? 0;
    }

    /// <summary>Whether the person lets the check of finger or PIN succeed from now on.</summary>
    public Task SetVerifiedAsync(bool verified) => _session.SendAsync(
        "WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = _id, ["isUserVerified"] = verified });
}
