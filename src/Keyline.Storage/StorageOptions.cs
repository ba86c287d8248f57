namespace Keyline.Storage;

/// <summary>Where the data is kept.</summary>
public sealed class StorageOptions
{
    /// <summary>A SQLite file, for example <c>/var/lib/keyline/keyline.db</c>. Used when <see cref="Postgres"/> is empty.</summary>
    public string SqliteFile { get; set; } = "keyline.db";

    /// <summary>A PostgreSQL connection string, for example <c>Host=db;Database=keyline;Username=keyline;Password=…</c>.</summary>
    public string Postgres { get; set; } = "";

    /// <summary>Whether PostgreSQL is used.</summary>
    public bool UsesPostgres => Postgres.Length > 0;
}
