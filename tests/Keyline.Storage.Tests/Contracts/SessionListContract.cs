using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Secrets;

namespace Keyline.Storage.Tests.Contracts;

public abstract class SessionListContract(StorageFixture storage) : StorageContract(storage)
{
    private readonly ConnectionId _connection = ConnectionId.New();

    [Fact]
    public async Task Pages_hold_live_sessions_newest_first_without_gap_or_repetition()
    {
        var all = await AddAsync(9);
        await AddAsync(5, session => session with { EndedAt = Now, EndReason = SessionEnd.SignedOut });
        await AddAsync(5, session => session with { LastSeenAt = Now.AddDays(-1) });
        await AddAsync(5, session => session with { ExpiresAt = Now });

        var pages = new List<SessionId>();
        SessionId? before = null;
        while (await ListAsync(null, before, 4) is { Count: > 0 } page)
        {
            pages.AddRange(page.Select(session => session.Id));
            before = page[^1].Id;
        }

        Assert.Equal(all.Select(session => session.Id).OrderDescending(), pages);
    }

    [Fact]
    public async Task A_person_sees_their_own()
    {
        var mine = await AddAsync(3);
        await AddAsync(3, session => session with { PersonId = PersonId.New() });

        var listed = await ListAsync(mine[0].PersonId, null, 10);

        Assert.Equal(mine.Select(session => session.Id).OrderDescending(), listed.Select(session => session.Id));
    }

    [Fact]
    public async Task Another_tenant_sees_none()
    {
        await AddAsync(1);

        Assert.Empty(await AskAsync((ISessionStore sessions) => sessions.ListLiveAsync(TenantId.New(), null, null, 10, Now, Ct)));
    }

    [Fact]
    public async Task An_idp_names_sessions_by_subject_by_session_and_by_both()
    {
        var one = (await AddAsync(1, Named("anna", "s1")))[0];
        var two = (await AddAsync(1, Named("anna", "s2")))[0];
        await AddAsync(1, Named("berta", "s3"));
        await AddAsync(1, session => Named("anna", "s1")(session) with { ConnectionId = ConnectionId.New() });
        await AddAsync(1, session => Named("anna", "s1")(session) with { EndedAt = Now });

        Assert.Equal(new[] { one.Id, two.Id }.Order(), await FindAsync("anna", null));
        Assert.Equal([one.Id], await FindAsync(null, "s1"));
        Assert.Equal([two.Id], await FindAsync("anna", "s2"));
        Assert.Empty(await FindAsync("berta", "s2"));
        Assert.Empty(await FindAsync(null, null));
    }

    private Func<Session, Session> Named(string subject, string session) =>
        row => row with { ConnectionId = _connection, IdpSubject = subject, IdpSession = session };

    private Task<IReadOnlyList<Session>> ListAsync(PersonId? person, SessionId? before, int limit) =>
        AskAsync((ISessionStore sessions) => sessions.ListLiveAsync(Mine, person, before, limit, Now, Ct));

    private async Task<IEnumerable<SessionId>> FindAsync(string? subject, string? session) =>
        (await AskAsync((ISessionStore sessions) => sessions.FindByIdpAsync(_connection, subject, session, Now, Ct))).Select(row => row.Id);

    private async Task<IReadOnlyList<Session>> AddAsync(int count, Func<Session, Session>? with = null)
    {
        var person = PersonId.New();
        var added = Enumerable.Range(0, count).Select(_ => (with ?? (session => session))(new Session
        {
            Id = SessionId.New(),
            TenantId = Mine,
            PersonId = person,
            SecretHash = BearerSecret.Hash(BearerSecret.New()),
            Method = SignInMethod.Oidc,
            Assurance = Assurance.Aal1,
            AuthenticatedAt = Now,
            CreatedAt = Now,
            ExpiresAt = Now.AddHours(24),
            IdleLimit = TimeSpan.FromHours(8),
            LastSeenAt = Now,
            Client = "",
            Address = "",
        })).ToList();
        await CommitAsync((ISessionStore sessions) => added.ForEach(sessions.Add));
        return added;
    }
}
