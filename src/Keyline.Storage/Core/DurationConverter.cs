using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Keyline.Storage.Core;

/// <summary>Stores a duration as milliseconds.</summary>
internal sealed class DurationConverter()
    : ValueConverter<TimeSpan, long>(duration => (long)duration.TotalMilliseconds, value => TimeSpan.FromMilliseconds(value));
