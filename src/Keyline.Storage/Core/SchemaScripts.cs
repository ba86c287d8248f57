using System.Globalization;

namespace Keyline.Storage.Core;

/// <summary>The numbered scripts of one database, in order: <c>sqlite/0001-….sql</c> and so on.</summary>
internal static class SchemaScripts
{
    public static IReadOnlyList<(int Number, string Name, string Sql)> Of(string database)
    {
        var assembly = typeof(SchemaScripts).Assembly;
        return
        [
            .. from resource in assembly.GetManifestResourceNames()
               where resource.StartsWith(database + "/", StringComparison.Ordinal)
               let name = resource[(database.Length + 1)..]
               let number = int.Parse(name[..4], CultureInfo.InvariantCulture)
               orderby number
               select (number, name, Read(resource)),
        ];

        string Read(string resource)
        {
            using var stream = assembly.GetManifestResourceStream(resource)!; // The name comes from the same assembly.
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
