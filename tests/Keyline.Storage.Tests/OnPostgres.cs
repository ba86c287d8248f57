using Keyline.Storage.Tests.Contracts;

namespace Keyline.Storage.Tests;

public sealed class TenantsOnPostgres(PostgresStorage storage) : TenantContract(storage), IClassFixture<PostgresStorage>;

public sealed class PeopleOnPostgres(PostgresStorage storage) : PersonContract(storage), IClassFixture<PostgresStorage>;

public sealed class IdentityLinksOnPostgres(PostgresStorage storage) : LinkContract(storage), IClassFixture<PostgresStorage>;

public sealed class GroupsOnPostgres(PostgresStorage storage) : GroupContract(storage), IClassFixture<PostgresStorage>;

public sealed class RolesOnPostgres(PostgresStorage storage) : RoleContract(storage), IClassFixture<PostgresStorage>;

public sealed class SessionsOnPostgres(PostgresStorage storage) : SessionContract(storage), IClassFixture<PostgresStorage>;

public sealed class SessionListsOnPostgres(PostgresStorage storage) : SessionListContract(storage), IClassFixture<PostgresStorage>;

public sealed class TransactionsOnPostgres(PostgresStorage storage) : TransactionContract(storage), IClassFixture<PostgresStorage>;

public sealed class FederationOnPostgres(PostgresStorage storage) : FederationContract(storage), IClassFixture<PostgresStorage>;

public sealed class SettingsOnPostgres(PostgresStorage storage) : SettingsContract(storage), IClassFixture<PostgresStorage>;

public sealed class JournalOnPostgres(PostgresStorage storage) : JournalContract(storage), IClassFixture<PostgresStorage>;

public sealed class ChangeFeedOnPostgres(PostgresStorage storage) : ChangeFeedContract(storage), IClassFixture<PostgresStorage>;

public sealed class SealOnPostgres(PostgresStorage storage) : SealContract(storage), IClassFixture<PostgresStorage>;

public sealed class AuditTamperingOnPostgres(PostgresStorage storage) : AuditTamperContract(storage), IClassFixture<PostgresStorage>;

public sealed class AuditSearchOnPostgres(PostgresStorage storage) : AuditSearchContract(storage), IClassFixture<PostgresStorage>;

public sealed class HostileTextOnPostgres(PostgresStorage storage) : HostileTextContract(storage), IClassFixture<PostgresStorage>;

public sealed class SamlProviderOnPostgres(PostgresStorage storage) : SamlProviderContract(storage), IClassFixture<PostgresStorage>;

public sealed class AuthenticatorsOnPostgres(PostgresStorage storage) : AuthenticatorContract(storage), IClassFixture<PostgresStorage>;

public sealed class LocalSignInOnPostgres(PostgresStorage storage) : LocalSignInContract(storage), IClassFixture<PostgresStorage>;

public sealed class SchemaOnPostgres(PostgresStorage storage) : SchemaContract<PostgresStorage>(storage), IClassFixture<PostgresStorage>;

public sealed class PlansOnPostgres(PostgresStorage storage) : PlanContract(storage), IClassFixture<PostgresStorage>;

public sealed class SetupLinksOnPostgres(PostgresStorage storage) : SetupLinkContract(storage), IClassFixture<PostgresStorage>;

public sealed class SignInOnPostgres(PostgresStorage storage) : SignInContract(storage), IClassFixture<PostgresStorage>;
