using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Keyline.Storage.Core;

/// <summary>Stores a value that is only ever read whole as JSON text.</summary>
internal sealed class JsonConverter<T>()
    : ValueConverter<T, string>(value => JsonSerializer.Serialize(value, StorageJson.Options), text => Read(text))
{
    private static T Read(string text) =>
        JsonSerializer.Deserialize<T>(text, StorageJson.Options) ?? throw new JsonException("null was stored where a value belongs");
}

/// <summary>How JSON columns are written.</summary>
internal static class StorageJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Maps a property to a JSON column; two values are equal when their texts are.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
    {
        var same = new ValueComparer<T>(
            (left, right) => JsonSerializer.Serialize(left, Options) == JsonSerializer.Serialize(right, Options),
            value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal));
        property.HasConversion(new JsonConverter<T>(), same);
        return property;
    }
}
