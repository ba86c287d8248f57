using System.Text.Json;

namespace Keyline.Server.Cli.Demo;

/// <summary>Where the demo keeps everything: database, master key, and what it remembers of its first start.</summary>
internal sealed class DemoFolder(string path)
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Database => At("keyline.db");

    public string MasterKey => At("master.key");

    private string State => At("demo.json");

    private IEnumerable<string> Known => [Database, Database + "-wal", Database + "-shm", MasterKey, State];

    /// <summary>The folder of the person who runs the demo.</summary>
    public static string Usual => System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".keyline-demo");

    /// <summary>The demo's own files that are there. Nothing else in the folder is ever touched.</summary>
    public IReadOnlyList<string> Files() => [.. Known.Where(File.Exists)];

    public void Delete()
    {
        foreach (var file in Files())
        {
            File.Delete(file);
        }
    }

    /// <summary>What the first start left; null when there was none, or it broke off.</summary>
    public DemoState? Read() => File.Exists(State) ? JsonSerializer.Deserialize<DemoState>(File.ReadAllText(State)) : null;

    /// <summary>Marks the first start as done.</summary>
    public void Write(DemoState state)
    {
        WriteOwn(State, JsonSerializer.Serialize(state));
    }

    /// <summary>Makes the folder and a master key of its own.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(Path);
        if (!File.Exists(MasterKey))
        {
            WriteOwn(MasterKey, Keyline.Secrets.MasterKey.New().Export().Reveal());
        }
    }

    private static void WriteOwn(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }

    private string At(string name) => System.IO.Path.Combine(Path, name);
}
