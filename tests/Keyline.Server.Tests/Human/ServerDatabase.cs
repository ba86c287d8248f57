using Microsoft.Data.Sqlite;

namespace Keyline.Server.Tests.Human;

/// <summary>The database and the public origin of one installation, in a folder that goes with it.</summary>
internal sealed class ServerDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keyline-server-");

    public string File => Path.Combine(_folder.FullName, "keyline.db");

    public string MasterKey { get; } = Keyline.Secrets.MasterKey.New().Export().Reveal();

    /// <summary>Where people's browsers would go: a load balancer that is not there. The nodes listen elsewhere.</summary>
    public string Origin { get; init; } = "https://sso.keyline.test";

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
