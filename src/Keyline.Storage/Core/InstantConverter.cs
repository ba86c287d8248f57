using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Keyline.Storage.Core;

/// <summary>Stores an instant as Unix milliseconds, so that order and comparison are the same on both databases.</summary>
internal sealed class InstantConverter()
    : ValueConverter<DateTimeOffset, long>(instant => instant.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));
