using System.Reflection;

namespace Keyline.Testing.Peers;

/// <summary>Where the sources are, for tests that start scripts or compare files.</summary>
public static class TestRepository
{
    /// <summary>The repository's root folder.</summary>
    public static string Root { get; } = typeof(TestRepository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Root").Value ?? throw new InvalidOperationException("The build names no root.");
}
