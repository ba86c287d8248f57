using Keyline.Identity;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Secrets;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

public abstract class SessionContract(StorageFixture storage) : StorageContract(storage)
{
    private readonly PersonId _person = PersonId.New();

    [Fact]
    public async Task Reads_a_session_as_it_was_added()
    {
        var session = NewSession() with
        {
            ConnectionId = ConnectionId.New(),
            IdpSession = "_index-1",
            IdpSubject = "subject-1",
            SealedLogoutHint = "k1.x.y",
        };
        await AddAsync(session);

        Assert.Equivalent(session, await FindAsync(session.Id), strict: true);
        Assert.Equivalent(session, await FindLiveAsync(session.SecretHash), strict: true);
        Assert.Null(await AskAsync((ISessionStore sessions) => sessions.FindAsync(TenantId.New(), session.Id, Ct)));
        Assert.Null(await FindLiveAsync(BearerSecret.Hash(BearerSecret.New())));
    }

    [Fact]
    public async Task A_session_ends_once()
    {
        var session = NewSession();
        await AddAsync(session);

        Assert.True(await EndAsync(session));
        Assert.False(await EndAsync(session));
        Assert.Null(await FindLiveAsync(session.SecretHash));
        var ended = await FindAsync(session.Id);
        Assert.Equal((Now, SessionEnd.SignedOut), (ended!.EndedAt, ended.EndReason));
    }

    [Fact]
    public async Task Another_tenant_cannot_end_a_session()
    {
        var session = NewSession();
        await AddAsync(session);

        await using var scope = Storage.Services.CreateAsyncScope();
        Assert.False(await scope.ServiceProvider.GetRequiredService<ISessionStore>()
            .EndAsync(TenantId.New(), session.Id, SessionEnd.SignedOut, Now, Ct));
    }

    [Fact]
    public async Task An_end_that_is_not_committed_has_not_happened()
    {
        var session = NewSession();
        await AddAsync(session);

        await using (var scope = Storage.Services.CreateAsyncScope())
        {
            Assert.True(await scope.ServiceProvider.GetRequiredService<ISessionStore>()
                .EndAsync(Mine, session.Id, SessionEnd.SignedOut, Now, Ct));
        }

        Assert.NotNull(await FindLiveAsync(session.SecretHash));
    }

    [Fact]
    public async Task A_session_is_dead_when_either_limit_is_over()
    {
        var idle = NewSession() with { IdleLimit = TimeSpan.FromMinutes(10) };
        var old = NewSession() with { ExpiresAt = Now.AddMinutes(10) };
        await AddAsync(idle);
        await AddAsync(old);

        foreach (var session in new[] { idle, old })
        {
            Assert.NotNull(await FindLiveAsync(session.SecretHash, Now.AddMinutes(10).AddMilliseconds(-1)));
            Assert.Null(await FindLiveAsync(session.SecretHash, Now.AddMinutes(10)));
        }
    }

    [Fact]
    public async Task A_touch_moves_the_last_use_forward_and_never_back()
    {
        var session = NewSession() with { IdleLimit = TimeSpan.FromMinutes(10) };
        await AddAsync(session);

        await TouchAsync((session.Id, Now.AddMinutes(5)));
        await TouchAsync((session.Id, Now.AddMinutes(2)));

        Assert.Equal(Now.AddMinutes(5), (await FindAsync(session.Id))!.LastSeenAt);
        Assert.NotNull(await FindLiveAsync(session.SecretHash, Now.AddMinutes(14)));
        Assert.Null(await FindLiveAsync(session.SecretHash, Now.AddMinutes(15)));
    }

    [Fact]
    public async Task No_touch_takes_a_session_past_its_absolute_limit_or_back_to_life()
    {
        var old = NewSession() with { ExpiresAt = Now.AddMinutes(10) };
        var ended = NewSession();
        await AddAsync(old);
        await AddAsync(ended);
        await EndAsync(ended);

        await TouchAsync((old.Id, Now.AddMinutes(9)), (ended.Id, Now.AddMinutes(9)));

        Assert.Null(await FindLiveAsync(old.SecretHash, Now.AddMinutes(10)));
        Assert.Null(await FindLiveAsync(ended.SecretHash));
    }

    [Fact]
    public async Task Many_touches_at_once_are_all_kept()
    {
        var all = Enumerable.Range(0, 600).Select(_ => NewSession()).ToList();
        await CommitAsync((ISessionStore sessions) => all.ForEach(sessions.Add));

        await TouchAsync([.. all.Select(session => (session.Id, Now.AddMinutes(1)))]);

        var live = await AskAsync((ISessionStore sessions) => sessions.ListLiveAsync(Mine, null, null, 1000, Now, Ct));
        Assert.Equal(600, live.Count(session => session.LastSeenAt == Now.AddMinutes(1)));
    }

    [Fact]
    public async Task A_node_that_starts_reads_what_is_live_and_nothing_else()
    {
        var live = NewSession();
        var ended = NewSession();
        var idle = NewSession() with { LastSeenAt = Now.AddHours(-9) };
        await AddAsync(live);
        await AddAsync(ended);
        await AddAsync(idle);
        await EndAsync(ended);

        var read = await AskAsync(async (ISessionStore sessions) =>
            await sessions.ReadLiveAsync(Now, Ct).Where(session => session.TenantId == Mine).ToListAsync(Ct));

        Assert.Equivalent(LiveSession.Of(live), Assert.Single(read), strict: true);
    }

    [Fact]
    public async Task A_session_is_kept_for_thirty_days_after_its_end()
    {
        var signedOut = NewSession();
        var silent = NewSession();
        var used = NewSession() with { ExpiresAt = Now.AddDays(30) };
        foreach (var session in new[] { signedOut, silent, used })
        {
            await AddAsync(session);
        }

        await EndAsync(signedOut);
        Storage.Time.Advance(TimeSpan.FromDays(30));
        await Storage.Services.GetRequiredService<IRetention>().PruneAsync(Ct);
        Assert.NotNull(await FindAsync(signedOut.Id));

        await TouchAsync((used.Id, Now));
        Storage.Time.Advance(TimeSpan.FromHours(9));
        var pruned = await Storage.Services.GetRequiredService<IRetention>().PruneAsync(Ct);

        Assert.True(pruned.Sessions >= 2);
        Assert.Null(await FindAsync(signedOut.Id));
        Assert.Null(await FindAsync(silent.Id));
        Assert.NotNull(await FindAsync(used.Id));
    }

    private Session NewSession() => new()
    {
        Id = SessionId.New(),
        TenantId = Mine,
        PersonId = _person,
        SecretHash = BearerSecret.Hash(BearerSecret.New()),
        Method = SignInMethod.Saml,
        Assurance = Assurance.Aal2,
        AuthenticatedAt = Now,
        CreatedAt = Now,
        ExpiresAt = Now.AddHours(24),
        IdleLimit = TimeSpan.FromHours(8),
        LastSeenAt = Now,
        Client = "Firefox on Linux",
        Address = "192.0.2.7",
    };

    private Task AddAsync(Session session) => CommitAsync((ISessionStore sessions) => sessions.Add(session));

    private Task<Session?> FindAsync(SessionId id) => AskAsync((ISessionStore sessions) => sessions.FindAsync(Mine, id, Ct));

    private Task<Session?> FindLiveAsync(byte[] hash, DateTimeOffset? at = null) =>
        AskAsync((ISessionStore sessions) => sessions.FindLiveAsync(hash, at ?? Now, Ct));

    private async Task<bool> EndAsync(Session session)
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        var ended = await scope.ServiceProvider.GetRequiredService<ISessionStore>()
            .EndAsync(Mine, session.Id, SessionEnd.SignedOut, Now, Ct);
        await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(Ct);
        return ended;
    }

    private async Task TouchAsync(params (SessionId Id, DateTimeOffset At)[] seen)
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISessionStore>().TouchAsync(seen, Ct);
    }
}
