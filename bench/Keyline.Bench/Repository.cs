using System.Reflection;

namespace Keyline.Bench;

/// <summary>Where the sources lie.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Root").Value ?? "";
}
