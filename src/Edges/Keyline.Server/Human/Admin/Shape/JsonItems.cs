using System.Text.Json;

namespace Keyline.Server.Human.Admin.Shape;

/// <summary>Refuses null inside lists, which the serializer lets through whatever the types say.</summary>
internal static class JsonItems
{
    public static void Check(IEnumerable<object?> items, string name)
    {
        if (items.Any(item => item is null))
        {
            throw new JsonException("An item is null.", "$." + name, null, null);
        }
    }
}
