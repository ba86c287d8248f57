using Keyline.Identity.People;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Keys;
using Keyline.Identity.SamlProvider.Logout;
using Keyline.Identity.SamlProvider.Sessions;
using Keyline.Identity.SamlProvider.SignOn;
using Keyline.Identity.Sessions;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Secrets;

namespace Keyline.Storage.Tests.Contracts;

public abstract class SamlProviderContract(StorageFixture storage) : StorageContract(storage)
{
    [Fact]
    public async Task Reads_an_app_back_as_it_was_by_id_and_by_entity_id_in_its_tenant_only()
    {
        var app = NewApp("https://portal.example/sp");
        await CommitAsync((ISamlAppStore store) => store.Add(app));

        Assert.Equivalent(app, await AskAsync((ISamlAppStore store) => store.FindAsync(Mine, app.Id, Ct)), strict: true);
        Assert.Equal(app.Id, (await AskAsync((ISamlAppStore store) => store.FindByEntityIdAsync(Mine, app.EntityId, Ct)))?.Id);
        Assert.Null(await AskAsync((ISamlAppStore store) => store.FindAsync(TenantId.New(), app.Id, Ct)));
        Assert.Null(await AskAsync((ISamlAppStore store) => store.FindByEntityIdAsync(TenantId.New(), app.EntityId, Ct)));
    }

    [Fact]
    public async Task An_entity_id_is_one_app_s_in_a_tenant_and_free_in_another()
    {
        var app = NewApp("https://taken.example/sp");
        await CommitAsync((ISamlAppStore store) => store.Add(app));

        Assert.False(await TryCommitAsync((ISamlAppStore store) => store.Add(app with { Id = SamlAppId.New() })));
        Assert.True(await TryCommitAsync((ISamlAppStore store) => store.Add(app with { Id = SamlAppId.New(), TenantId = TenantId.New() })));
    }

    [Fact]
    public async Task Changes_and_removes_an_app()
    {
        var app = NewApp("https://changing.example/sp");
        await CommitAsync((ISamlAppStore store) => store.Add(app));
        await CommitAsync((ISamlAppStore store) => store.Update(app with { Name = "Another name" }));

        Assert.Equal("Another name", Assert.Single(await AskAsync((ISamlAppStore store) => store.ListAsync(Mine, Ct))).Name);

        await CommitAsync((ISamlAppStore store) => store.Remove(app));
        Assert.Empty(await AskAsync((ISamlAppStore store) => store.ListAsync(Mine, Ct)));
    }

    [Fact]
    public async Task The_first_keys_of_a_tenant_are_added_once_and_replaced_afterwards()
    {
        var keys = new ProviderKeySet { TenantId = Mine, Keys = [NewKey(ProviderKeyState.Current)] };
        var after = keys with { Keys = [keys.Current, NewKey(ProviderKeyState.Next)] };
        await CommitAsync((IProviderKeyStore store) => store.Add(keys));

        Assert.False(await TryCommitAsync((IProviderKeyStore store) => store.Add(keys)));
        await CommitAsync((IProviderKeyStore store) => store.Update(after));
        Assert.Equivalent(after, await AskAsync((IProviderKeyStore store) => store.FindAsync(Mine, Ct)), strict: true);
    }

    [Fact]
    public async Task Reads_a_request_by_its_state_in_its_tenant_only_and_clears_away_what_has_expired()
    {
        var request = NewRequest();
        await CommitAsync((IPendingRequestStore store) => store.Add(request));
        var asked = request with { AskedAt = Now, SessionBefore = SessionId.New() };
        await CommitAsync((IPendingRequestStore store) => store.Update(asked));

        Assert.Equivalent(asked, await FindAsync(Mine, request), strict: true);
        Assert.Null(await FindAsync(TenantId.New(), request));

        await AskAsync((IPendingRequestStore store) => store.RemoveExpiredAsync(request.ExpiresAt.AddMilliseconds(1), Ct));
        Assert.Null(await FindAsync(Mine, request));
    }

    [Fact]
    public async Task An_app_has_one_name_for_a_person()
    {
        var name = new PairwiseName { TenantId = Mine, AppId = SamlAppId.New(), PersonId = PersonId.New(), Value = "_one", CreatedAt = Now };
        await CommitAsync((IAppSessionStore store) => store.Add(name));

        Assert.Equal(name, await AskAsync((IAppSessionStore store) => store.FindNameAsync(name.AppId, name.PersonId, Ct)));
        Assert.Null(await AskAsync((IAppSessionStore store) => store.FindNameAsync(SamlAppId.New(), name.PersonId, Ct)));
        Assert.False(await TryCommitAsync((IAppSessionStore store) => store.Add(name with { Value = "_two" })));
        Assert.False(await TryCommitAsync((IAppSessionStore store) => store.Add(name with { PersonId = PersonId.New() })));
    }

    [Fact]
    public async Task Finds_what_a_session_opened_and_what_an_app_s_logout_names()
    {
        var app = SamlAppId.New();
        var first = NewSession(app, "_name", "_1");
        var second = NewSession(app, "_name", "_2");
        var other = NewSession(SamlAppId.New(), "_other", "_3") with { SessionId = first.SessionId, BeganAt = Now.AddSeconds(1) };
        foreach (var session in new[] { first, second, other })
        {
            await CommitAsync((IAppSessionStore store) => store.Add(session));
        }

        Assert.Equal([first, other], await AskAsync((IAppSessionStore store) => store.ListAsync(Mine, first.SessionId, Ct)));
        Assert.Empty(await AskAsync((IAppSessionStore store) => store.ListAsync(TenantId.New(), first.SessionId, Ct)));
        Assert.Equal(2, (await AskAsync((IAppSessionStore store) => store.FindByNameAsync(app, "_name", [], Ct))).Count);
        Assert.Equal(second, Assert.Single(await AskAsync((IAppSessionStore store) => store.FindByNameAsync(app, "_name", ["_2", "_9"], Ct))));
        Assert.Empty(await AskAsync((IAppSessionStore store) => store.FindByNameAsync(app, "_other", [], Ct)));

        await CommitAsync((IAppSessionStore store) => store.Remove(first));
        Assert.Equal([other], await AskAsync((IAppSessionStore store) => store.ListAsync(Mine, first.SessionId, Ct)));
        await AskAsync((IAppSessionStore store) => store.RemoveExpiredAsync(other.ExpiresAt.AddMilliseconds(1), Ct));
        Assert.Empty(await AskAsync((IAppSessionStore store) => store.ListAsync(Mine, first.SessionId, Ct)));
    }

    [Fact]
    public async Task Keeps_where_a_sign_out_has_come_to()
    {
        var run = new LogoutRun
        {
            Id = LogoutRunId.New(),
            TenantId = Mine,
            StateHash = BearerSecret.Hash(BearerSecret.New()),
            ReturnPath = "/t/acme/",
            Waiting = [new LogoutStep(SamlAppId.New(), "_name", NameIdFormats.Persistent, "_1")],
            ExpiresAt = Now + LogoutRun.Lifetime,
        };
        await CommitAsync((ILogoutRunStore store) => store.Add(run));
        Assert.Equivalent(run, await AskAsync((ILogoutRunStore store) => store.FindAsync(Mine, run.StateHash, Ct)), strict: true);

        var told = run with { Waiting = [], Told = run.Waiting[0] with { RequestId = "_r" }, Partial = true };
        await CommitAsync((ILogoutRunStore store) => store.Update(told));
        Assert.Equivalent(told, await AskAsync((ILogoutRunStore store) => store.FindAsync(Mine, run.StateHash, Ct)), strict: true);
        Assert.Null(await AskAsync((ILogoutRunStore store) => store.FindAsync(TenantId.New(), run.StateHash, Ct)));

        await AskAsync((ILogoutRunStore store) => store.RemoveExpiredAsync(run.ExpiresAt.AddMilliseconds(1), Ct));
        Assert.Null(await AskAsync((ILogoutRunStore store) => store.FindAsync(Mine, run.StateHash, Ct)));
    }

    private Task<PendingRequest?> FindAsync(TenantId tenant, PendingRequest request) =>
        AskAsync((IPendingRequestStore store) => store.FindAsync(tenant, request.StateHash, Ct));

    private SamlApp NewApp(string entityId) => new()
    {
        Id = SamlAppId.New(),
        TenantId = Mine,
        Name = "Portal",
        EntityId = entityId,
        ConsumerServices = [new MetadataEndpoint(SamlBinding.Post, "https://portal.example/acs") { Index = 0, IsDefault = true }],
        SingleLogout = [new MetadataEndpoint(SamlBinding.Redirect, "https://portal.example/slo") { ResponseLocation = "https://portal.example/out" }],
        SigningCertificates = ["MIIB"],
        EncryptionCertificate = "MIIC",
        EncryptAssertions = true,
        RequireSignedRequests = true,
        NameKind = SamlNameKind.Email,
        CreatedAt = Now,
        ChangedAt = Now,
    };

    private ProviderKey NewKey(ProviderKeyState state) => new()
    {
        Id = Guid.CreateVersion7(),
        Certificate = "MIIB",
        SealedPrivateKey = "k1.x.y",
        State = state,
        CreatedAt = Now,
        ExpiresAt = Now.AddDays(1),
    };

    private PendingRequest NewRequest() => new()
    {
        Id = PendingRequestId.New(),
        TenantId = Mine,
        AppId = SamlAppId.New(),
        StateHash = BearerSecret.Hash(BearerSecret.New()),
        BrowserHash = BearerSecret.Hash(BearerSecret.New()),
        RequestId = "_request",
        ConsumerService = "https://portal.example/acs",
        RelayState = "token",
        ForceAuthn = true,
        IsPassive = false,
        NameIdFormat = NameIdFormats.Persistent,
        Subject = "_name",
        Contexts = [AuthnContexts.RefedsMfa],
        Comparison = AuthnContextComparison.Minimum,
        CreatedAt = Now,
        ExpiresAt = Now + PendingRequest.Lifetime,
    };

    private AppSession NewSession(SamlAppId app, string name, string index) => new()
    {
        TenantId = Mine,
        SessionId = SessionId.New(),
        AppId = app,
        Index = index,
        NameId = name,
        NameIdFormat = NameIdFormats.Persistent,
        BeganAt = Now,
        ExpiresAt = Now.AddHours(1),
    };
}
