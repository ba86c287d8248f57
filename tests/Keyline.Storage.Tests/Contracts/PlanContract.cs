using System.Data.Common;
using System.Text.RegularExpressions;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Keyline.Journal;
using Keyline.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Keyline.Storage.Tests.Contracts;

/// <summary>The cost of a request is the same with many people as with few: what every request asks has an index.</summary>
public abstract partial class PlanContract(StorageFixture storage) : StorageContract(storage), IAsyncLifetime
{
    private readonly CapturedSql _sql = new();
    private ServiceProvider? _node;

    public async ValueTask InitializeAsync()
    {
        _node = Storage.NewNode(services => services.AddLogging(logging => logging.AddProvider(_sql)));
        if (Storage.IsPostgres && await Storage.CountAsync("select count(*) from people") == 0)
        {
            await FillAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _node!.DisposeAsync(); // Set by InitializeAsync.
        _sql.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public Task A_tenant_by_its_slug() => UsesIndexesAsync((ITenantStore tenants) => tenants.FindAsync(default(TenantSlug), Ct));

    [Fact]
    public Task A_person_by_login() => UsesIndexesAsync((IPersonStore people) => people.FindByLoginAsync(Mine, "+49 30 1234", Ct));

    [Fact]
    public Task How_many_signed_in_on_a_day() => UsesIndexesAsync(
        (IAuditLog log) => log.CountAsync(Mine, "sign-in", AuditOutcome.Success, Now.AddDays(-1), Now, Ct));

    [Fact]
    public Task A_page_of_people() => UsesIndexesAsync((IPersonStore people) => people.SearchAsync(Mine, "", PersonId.New(), 50, Ct));

    [Fact]
    public Task An_identity_by_connection_and_subject() =>
        UsesIndexesAsync((IIdentityLinks links) => links.FindAsync(ConnectionId.New(), "s", Ct));

    [Fact]
    public Task Groups_by_their_keys() =>
        UsesIndexesAsync((IGroupStore groups) => groups.FindByKeysAsync(ConnectionId.New(), ["a", "b"], Ct));

    [Fact]
    public Task Groups_of_a_person() => UsesIndexesAsync((IGroupStore groups) => groups.ListOfPersonAsync(Mine, PersonId.New(), Ct));

    [Fact]
    public Task A_session_by_its_hash() => UsesIndexesAsync((ISessionStore sessions) => sessions.FindLiveAsync(new byte[32], Now, Ct));

    [Fact]
    public Task The_sessions_of_a_person() =>
        UsesIndexesAsync((ISessionStore sessions) => sessions.ListLiveAsync(Mine, PersonId.New(), null, 50, Now, Ct));

    [Fact]
    public Task A_page_of_sessions() =>
        UsesIndexesAsync((ISessionStore sessions) => sessions.ListLiveAsync(Mine, null, SessionId.New(), 50, Now, Ct));

    [Fact]
    public Task The_sessions_that_an_idp_names() =>
        UsesIndexesAsync((ISessionStore sessions) => sessions.FindByIdpAsync(ConnectionId.New(), "s", null, Now, Ct));

    [Fact]
    public Task A_transaction_by_its_state() => UsesIndexesAsync((ITransactionStore store) => store.FindAsync(Mine, new byte[32], Ct));

    [Fact]
    public Task What_is_spent() => UsesIndexesAsync((ITransactionStore store) => store.SpendAsync(TransactionId.New(), Now, Ct));

    [Fact]
    public Task A_verified_domain() => UsesIndexesAsync((IDomainStore domains) => domains.FindVerifiedAsync("acme.test", Ct));

    [Fact]
    public Task A_connection_by_its_slug() => UsesIndexesAsync((IConnectionStore store) => store.FindAsync(Mine, "entra", Ct));

    [Fact]
    public Task An_audit_entry_by_its_reference() => UsesIndexesAsync((IAuditLog log) => log.FindByReferenceAsync(Mine, "R-1", Ct));

    [Fact]
    public Task What_a_person_did() =>
        UsesIndexesAsync((IAuditLog log) => log.SearchAsync(new AuditQuery { TenantId = Mine, PartyId = "p" }, Ct));

    [Fact]
    public Task A_page_of_the_audit_log() => UsesIndexesAsync((IAuditLog log) => log.SearchAsync(new AuditQuery { TenantId = Mine }, Ct));

    [Fact]
    public Task The_change_feed() => UsesIndexesAsync((IChangeFeed feed) => feed.ReadAsync(new ChangePosition(1, 1), 100, Ct));

    [Fact]
    public async Task The_check_sees_a_whole_table_that_is_read() => await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() =>
        UsesIndexesAsync((IDomainStore domains) => domains.ListDueAsync(Now, 10, Ct)));

    private async Task UsesIndexesAsync<TStore, T>(Func<TStore, Task<T>> ask)
        where TStore : notnull
    {
        await using (var scope = _node!.CreateAsyncScope()) // Set by InitializeAsync.
        {
            _sql.TakeAll();
            await ask(scope.ServiceProvider.GetRequiredService<TStore>());
        }

        var commands = _sql.TakeAll();
        Assert.NotEmpty(commands);
        foreach (var sql in commands)
        {
            var plan = Storage.IsPostgres ? await ExplainPostgresAsync(sql) : await ExplainSqliteAsync(sql);
            Assert.NotEmpty(plan);
            Assert.False(ReadsWholeTable(plan), $"{sql}\n{string.Join('\n', plan)}");
        }
    }

    // As a prepared statement is planned for any values, with the statistics of many rows.
    private async Task<List<string>> ExplainPostgresAsync(string sql)
    {
        var names = Parameters(sql);
        var prepared = Parameter().Replace(sql, found => $"${names.IndexOf(found.Value) + 1}");
        await using var connection = Storage.NewConnection();
        await connection.OpenAsync(Ct);
        await RunAsync(connection, "set plan_cache_mode = force_generic_plan");
        await RunAsync(connection, $"prepare asked as {prepared}");
        return await RunAsync(connection, names.Count == 0
            ? "explain execute asked"
            : $"explain execute asked ({string.Join(", ", names.Select(_ => "null"))})");
    }

    private async Task<List<string>> ExplainSqliteAsync(string sql)
    {
        await using var connection = Storage.NewConnection();
        await connection.OpenAsync(Ct);
        return await RunAsync(connection, $"explain query plan {sql}", Parameters(sql));
    }

    private static async Task<List<string>> RunAsync(DbConnection connection, string sql, List<string>? parameters = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters ?? [])
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = DBNull.Value;
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(Ct);
        var lines = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            lines.Add(reader.GetString(reader.FieldCount - 1));
        }

        return lines;
    }

    // "SCAN x USING INDEX" of SQLite reads a whole index; a part of the query itself is read whole by its nature.
    private static bool ReadsWholeTable(List<string> plan)
    {
        var parts = plan.SelectMany(line => Part().Matches(line)).Select(found => found.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        return plan.Exists(line => WholeTable().Match(line) is { Success: true } found && !parts.Contains(found.Groups[1].Value));
    }

    private static List<string> Parameters(string sql) => [.. Parameter().Matches(sql).Select(found => found.Value).Distinct()];

    private async Task FillAsync()
    {
        const string Many = "from generate_series(1, 20000) n";
        foreach (var sql in new[]
        {
            $"insert into people (id, tenant_id, kind, user_name, display_name, state, local_sign_in, created_at, user_name_key, email_key, phone_key) select gen_random_uuid(), md5((n % 50)::text)::uuid, 0, n, n, 0, false, 0, n, n, n {Many}",
            $"insert into person_identities (connection_id, subject, tenant_id, person_id, linked_at) select md5((n % 50)::text)::uuid, n, md5((n % 50)::text)::uuid, gen_random_uuid(), 0 {Many}",
            $"insert into \"groups\" (id, tenant_id, connection_id, key, name, created_at) select gen_random_uuid(), md5((n % 50)::text)::uuid, md5((n % 50)::text)::uuid, n, n, 0 {Many}",
            $"insert into memberships (group_id, person_id, tenant_id, since) select gen_random_uuid(), gen_random_uuid(), md5((n % 50)::text)::uuid, 0 {Many}",
            $"insert into sessions (id, tenant_id, person_id, secret_hash, method, connection_id, assurance, authenticated_at, created_at, expires_at, idle_limit, ends_at, last_seen_at, client, address, idp_subject) select gen_random_uuid(), md5((n % 50)::text)::uuid, md5((n % 5000)::text)::uuid, sha256(n::text::bytea), 0, md5((n % 50)::text)::uuid, 1, 0, 0, 0, 0, n, 0, '', '', n % 5000 {Many}",
            $"insert into sign_in_transactions (id, tenant_id, connection_id, purpose, state_hash, browser_hash, request_id, return_path, force_authentication, created_at, expires_at) select gen_random_uuid(), md5((n % 50)::text)::uuid, gen_random_uuid(), 0, sha256(n::text::bytea), '\\x00', '', '', false, 0, n {Many}",
            $"insert into domains (id, tenant_id, name, challenge, claimed_at, verified_name) select gen_random_uuid(), md5((n % 5000)::text)::uuid, n, '', 0, n {Many}",
            $"insert into connections (id, tenant_id, slug, name, preset, enabled, creates_people, attributes, settings, created_at, changed_at) select gen_random_uuid(), md5((n % 5000)::text)::uuid, n, '', 0, true, true, '', '', 0, 0 {Many}",
            $"insert into tenants (id, slug, name, plan, created_at) select gen_random_uuid(), n, n, 0, 0 {Many}",
            $"insert into changes (tenant_id, kind, subject, at, transaction) select md5((n % 50)::text)::uuid, '', '', 0, n::text::xid8 {Many}",
            $"insert into audit_entries (id, tenant_id, at, action, outcome, actor_kind, actor_id, actor_name, target_kind, target_id, target_name, reference, address, facts, search_key) select gen_random_uuid(), md5((n % 50)::text)::uuid, 0, '', 0, '', n % 500, '', '', n % 500, '', n, '', '', '' {Many}",
            "analyze",
        })
        {
            await Storage.ExecuteAsync(sql);
        }
    }

    [GeneratedRegex("@\\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex("Seq Scan on|SCAN (?!.*VIRTUAL TABLE)(?!SUBQUERY|CONSTANT)(\\w+)")]
    private static partial Regex WholeTable();

    [GeneratedRegex("(?:CO-ROUTINE|MATERIALIZE) (\\w+)")]
    private static partial Regex Part();
}
