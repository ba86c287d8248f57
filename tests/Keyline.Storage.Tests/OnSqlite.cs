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

public sealed class JournalOnSqlite(SqliteStorage storage) : JournalContract(storage), IClassFixture<SqliteStorage>;

public sealed class ChangeFeedOnSqlite(SqliteStorage storage) : ChangeFeedContract(storage), IClassFixture<SqliteStorage>;

public sealed class SealOnSqlite(SqliteStorage storage) : SealContract(storage), IClassFixture<SqliteStorage>;

public sealed class AuditTamperingOnSqlite(SqliteStorage storage) : AuditTamperContract(storage), IClassFixture<SqliteStorage>;

public sealed class AuditSearchOnSqlite(SqliteStorage storage) : AuditSearchContract(storage), IClassFixture<SqliteStorage>;

public sealed class HostileTextOnSqlite(SqliteStorage storage) : HostileTextContract(storage), IClassFixture<SqliteStorage>;

public sealed class SamlProviderOnSqlite(SqliteStorage storage) : SamlProviderContract(storage), IClassFixture<SqliteStorage>;

public sealed class AuthenticatorsOnSqlite(SqliteStorage storage) : AuthenticatorContract(storage), IClassFixture<SqliteStorage>;

public sealed class LocalSignInOnSqlite(SqliteStorage storage) : LocalSignInContract(storage), IClassFixture<SqliteStorage>;

public sealed class SchemaOnSqlite(SqliteStorage storage) : SchemaContract<SqliteStorage>(storage), IClassFixture<SqliteStorage>;

public sealed class PlansOnSqlite(SqliteStorage storage) : PlanContract(storage), IClassFixture<SqliteStorage>;

public sealed class SetupLinksOnSqlite(SqliteStorage storage) : SetupLinkContract(storage), IClassFixture<SqliteStorage>;

public sealed class SignInOnSqlite(SqliteStorage storage) : SignInContract(storage), IClassFixture<SqliteStorage>;
