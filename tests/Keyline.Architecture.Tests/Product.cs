using System.Reflection;
using System.Runtime.CompilerServices;

namespace Keyline.Architecture.Tests;

/// <summary>The assemblies of the product, and the types that people wrote in them.</summary>
internal static class Product
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Repository.Sources("src", "*.csproj").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
            .Select(name => Assembly.Load(name!)),
    ];

    public static IEnumerable<Type> Types => Assemblies.SelectMany(TypesOf);

    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.StartsWith('<'));
}
