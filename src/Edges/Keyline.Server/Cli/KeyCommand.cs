using System.CommandLine;
using Keyline.Secrets;

namespace Keyline.Server.Cli;

/// <summary><c>keyline key …</c>: the master key that seals secrets at rest.</summary>
internal static class KeyCommand
{
    public static Command Make()
    {
        var file = new Option<FileInfo>("--out") { Description = "The file to write; it must not exist yet.", Required = true };
        var make = new Command("new", "Make a master key.") { file };
        make.SetAction(parsed => Write(parsed.GetRequiredValue(file)));
        return new Command("key", "The master key that seals secrets at rest.") { make };
    }

    private static int Write(FileInfo file)
    {
        var key = MasterKey.New();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var writer = new StreamWriter(file.FullName, options);
            writer.WriteLine(key.Export().Reveal());
        }
        catch (IOException taken)
        {
            return Output.Refuse($"The key was not written: {taken.Message}");
        }

        Console.WriteLine($"Master key {key.Id} is in {file.FullName}, readable by you alone.");
        Console.WriteLine("Keep a copy of it apart from the database's backups: without it no sealed secret can be read.");
        return 0;
    }
}
