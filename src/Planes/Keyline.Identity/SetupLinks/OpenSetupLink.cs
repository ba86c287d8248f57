using System.Security.Cryptography;
using Keyline.Identity.Changes;
using Keyline.Identity.Sessions;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.SetupLinks;

/// <summary>Opens a set-up link. Looking at it spends nothing, because mail programs look at links too; beginning binds it.</summary>
public sealed class OpenSetupLink(ISetupLinkStore links, ChangeRecorder recorder)
{
    /// <summary>Whether a link can be begun here: the link, or why not.</summary>
    public async Task<Result<SetupLink, SetupFault>> LookAsync(Tenant tenant, string token, CancellationToken ct)
    {
        var found = await FindAsync(tenant, token, ct);
        return found is { Ok: true, Value.ActivatedAt: not null } ? OtherBrowser() : found;
    }

    /// <summary>Binds an unused link to this browser.</summary>
    public async Task<Result<BegunSetup, SetupFault>> BeginAsync(Tenant tenant, string token, ClientDescription client, CancellationToken ct)
    {
        var found = await LookAsync(tenant, token, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var browser = BearerSecret.New();
        var hash = BearerSecret.Hash(browser);
        if (!await links.ActivateAsync(found.Value.Id, hash, client.Address, recorder.Now, CancellationToken.None))
        {
            return OtherBrowser();
        }

        var session = new SetupSession(
            tenant, found.Value with { ActivatedAt = recorder.Now, BrowserHash = hash, ActivatedFrom = client.Address }, client);
        recorder.Record(session.Actor, "setup-link.begin", SetupSession.PartyOf(session.Link), ("browser", client.Name));
        await recorder.TryCommitAsync(CancellationToken.None);
        return new BegunSetup(session, browser);
    }

    /// <summary>The session of a link in the browser that it belongs to.</summary>
    public async Task<Result<SetupSession, SetupFault>> ContinueAsync(
        Tenant tenant, string token, string? browser, ClientDescription client, CancellationToken ct)
    {
        var found = await FindAsync(tenant, token, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        if (found.Value.BrowserHash is not { } hash)
        {
            return new SetupFault(SetupFaultCode.NotBegun, "the set-up has not been begun; open the link and press the button");
        }

        return browser is { Length: BearerSecret.Length } && CryptographicOperations.FixedTimeEquals(hash, BearerSecret.Hash(new SecretText(browser)))
            ? new SetupSession(tenant, found.Value, client)
            : OtherBrowser();
    }

    private static SetupFault OtherBrowser() => new(SetupFaultCode.OtherBrowser,
        "this set-up link is in use in another browser; go on there, or ask whoever sent it for a new one");

    private async Task<Result<SetupLink, SetupFault>> FindAsync(Tenant tenant, string token, CancellationToken ct)
    {
        if (token.Length != BearerSecret.Length
            || await links.FindAsync(tenant.Id, BearerSecret.Hash(new SecretText(token)), ct) is not { } link)
        {
            return SetupFault.Unknown;
        }

        return SetupFault.Of(link.StateAt(recorder.Now)) is { } over ? over : link;
    }
}
