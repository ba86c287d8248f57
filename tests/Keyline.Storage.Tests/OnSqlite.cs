using Keyline.Storage.Tests.Contracts;

namespace Keyline.Storage.Tests;

public sealed class TenantsOnSqlite(SqliteStorage storage) : TenantContract(storage), IClassFixture<SqliteStorage>;

public sealed class PeopleOnSqlite(SqliteStorage storage) : PersonContract(storage), IClassFixture<SqliteStorage>;

public sealed class IdentityLinksOnSqlite(SqliteStorage storage) : LinkContract(storage), IClassFixture<SqliteStorage>;

public sealed class GroupsOnSqlite(SqliteStorage storage) : GroupContract(storage), IClassFixture<SqliteStorage>;

public sealed class RolesOnSqlite(SqliteStorage storage) : RoleContract(storage), IClassFixture<SqliteStorage>;

public sealed class SessionsOnSqlite(SqliteStorage storage) : SessionContract(storage), IClassFixture<SqliteStorage>;

public sealed class SessionListsOnSqlite(SqliteStorage storage) : SessionListContract(storage), IClassFixture<SqliteStorage>;

public sealed class TransactionsOnSqlite(SqliteStorage storage) : TransactionContract(storage), IClassFixture<SqliteStorage>;

public sealed class FederationOnSqlite(SqliteStorage storage) : FederationContract(storage), IClassFixture<SqliteStorage>;

public sealed class SettingsOnSqlite(SqliteStorage storage) : SettingsContract(storage), IClassFixture<SqliteStorage>;
