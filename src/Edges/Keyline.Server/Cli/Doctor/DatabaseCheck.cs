using System.Data.Common;
using Keyline.Storage;

namespace Keyline.Server.Cli.Doctor;

/// <summary>Whether the database answers, whether its tables are this version's, and whether anybody holds the change feed up.</summary>
internal sealed class DatabaseCheck(ISchema schema, IOpenTransactions transactions, StorageOptions options)
{
    private const string About = "database";
    private static readonly TimeSpan _long = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        var kind = options.UsesPostgres ? "PostgreSQL" : "SQLite";
        try
        {
            var missing = await schema.CountMissingAsync(ct);
            return missing > 0
                ? [Finding.Fail(About, $"{kind} answers, but {missing} schema scripts have not run",
                    "Run 'keyline tenant list' or start the server with this version: either brings the tables up to date.")]
                : [Finding.Ok(About, $"{kind} answers, and its tables are this version's"), await LongestAsync(ct)];
        }
        catch (Exception broken) when (broken is DbException or IOException or TimeoutException or InvalidOperationException)
        {
            return [Finding.Fail(About, $"{kind} does not answer: {broken.Message}",
                options.UsesPostgres ? "Check Postgres in the settings, and that the server runs and lets this account in." : "Check SqliteFile in the settings, and who may read and write the file.")];
        }
    }

    private async Task<Finding> LongestAsync(CancellationToken ct) =>
        await transactions.FindLongestAsync(ct) is { } longest && longest > _long
            ? Finding.Warn("transactions", $"one has been open for {longest.TotalMinutes:0} minutes; changes and audit entries behind it wait",
                "Find it in pg_stat_activity (order by xact_start) and end what forgot it.")
            : Finding.Ok("transactions", "none is open for long");
}
