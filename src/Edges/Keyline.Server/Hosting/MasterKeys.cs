using Keyline.Secrets;

namespace Keyline.Server.Hosting;

/// <summary>Finds the master keys: credential directory, environment, file.</summary>
internal static class MasterKeys
{
    private const string CredentialName = "keyline-master-key";

    /// <summary>The keys, the current one first; or what is wrong, in words for the operator.</summary>
    public static Result<IReadOnlyList<MasterKey>, string> Read(KeylineOptions options)
    {
        var credential = Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } directory
            ? Path.Combine(directory, CredentialName)
            : "";
        var current = File.Exists(credential) ? ReadFile(credential)
            : options.MasterKey.Length > 0 ? Parse(options.MasterKey, "MasterKey")
            : options.MasterKeyFile.Length > 0 ? ReadFile(options.MasterKeyFile)
            : "MasterKeyFile: no master key is configured. Make one with './keyline key new --out FILE' and keep a copy of it apart "
              + "from the database's backups: without it no sealed secret can be read.";
        if (!current.Ok)
        {
            return current.Fault;
        }

        var keys = new List<MasterKey> { current.Value };
        foreach (var file in options.OldMasterKeyFiles)
        {
            if (ReadFile(file) is { Ok: true, Value: { } old })
            {
                keys.Add(old);
            }
            else
            {
                return $"OldMasterKeyFiles: '{file}' does not hold a master key (32 bytes in Base64).";
            }
        }

        return keys;
    }

    private static Result<MasterKey, string> ReadFile(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file), $"the file '{file}'");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return $"MasterKeyFile: '{file}' can't be read ({unreadable.Message}).";
        }
    }

    private static Result<MasterKey, string> Parse(string text, string where) =>
        MasterKey.Parse(new SecretText(text)) is { } key ? key : $"{where}: expected 32 bytes in Base64; the content is something else.";
}
