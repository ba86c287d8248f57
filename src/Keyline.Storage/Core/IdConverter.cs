using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Keyline.Storage.Core;

/// <summary>Stores an id as the UUID that it wraps.</summary>
internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Read(value))
    where TId : struct, IId<TId>
{
    // An expression tree can't call a static abstract member itself.
    private static TId Read(Guid value) => TId.From(value);
}
