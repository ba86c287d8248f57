using System.Security.Cryptography;
using System.Text;

namespace Keyline.Server.Tests.BreakGlass;

/// <summary>Checks a drill's record as an auditor would, with nothing but the file.</summary>
internal static class EvidenceCheck
{
    public static bool Holds(string file)
    {
        var end = file.IndexOf("\n--\n", StringComparison.Ordinal);
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(After(file, "public-key: ")), out _);
        return key.VerifyData(Encoding.UTF8.GetBytes(file[..end]), Convert.FromBase64String(After(file, "signature: ")), HashAlgorithmName.SHA256);
    }

    private static string After(string file, string label) =>
        file.Split('\n').First(line => line.StartsWith(label, StringComparison.Ordinal))[label.Length..];
}
