using System.Reflection;

namespace Keyline.Architecture.Tests;

/// <summary>What outsiders can see. A change shows as a difference of an approved file, which a reviewer reads first.</summary>
public class SurfaceTests
{
    private const int MostTypesOfCore = 40;

    [Theory]
    [InlineData("Keyline.Core")]
    [InlineData("Keyline.Saml")]
    [InlineData("Keyline.OpenId")]
    public void The_public_surface_is_the_approved_one(string project)
    {
        var file = Path.Combine(Repository.Root, "tests", "Keyline.Architecture.Tests", "Approved", $"{project}.txt");
        var surface = PublicApi.Of(Assembly.Load(project));
        if (Environment.GetEnvironmentVariable("KEYLINE_APPROVE") == "1")
        {
            File.WriteAllText(file, surface);
        }

        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        Assert.True(approved == surface,
            $"The public surface of {project} differs from {Path.GetRelativePath(Repository.Root, file)}. If that is meant, run this test once "
            + $"with KEYLINE_APPROVE=1 and commit the file. New: {Difference(surface, approved)} Gone: {Difference(approved, surface)}");
    }

    [Fact]
    public void Core_stays_small() => Assert.InRange(Assembly.Load("Keyline.Core").GetExportedTypes().Length, 1, MostTypesOfCore);

    [Fact]
    public void Storage_shows_only_its_wiring() => Assert.Equal(
        ["IOpenTransactions", "IRetention", "ISchema", "IStorageListener", "Pruned", "StorageOptions", "StorageRegistration"],
        Assembly.Load("Keyline.Storage").GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal));

    private static string Difference(string text, string other) =>
        string.Join(" | ", text.Split('\n').Except(other.Split('\n')).Take(20).Select(line => line.Trim()));
}
