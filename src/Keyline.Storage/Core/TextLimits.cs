using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Keyline.Storage.Core;

/// <summary>
/// Text that is longer than its column is a mistake of the plane that let it in. SQLite would keep it and PostgreSQL
/// would not: here both refuse it, in the same words.
/// </summary>
internal static class TextLimits
{
    public static void Check(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                Check(entry);
            }
        }
    }

    private static void Check(EntityEntry entry)
    {
        foreach (var property in entry.Properties)
        {
            if (property.Metadata.GetMaxLength() is { } limit && Text(property) is { } text && text.Length > limit)
            {
                throw new InvalidOperationException(
                    $"{entry.Metadata.GetTableName()}.{property.Metadata.GetColumnName()} takes at most {limit} characters, and {text.Length} came.");
            }
        }
    }

    private static string? Text(PropertyEntry property) =>
        property.CurrentValue as string ?? property.Metadata.GetValueConverter()?.ConvertToProvider(property.CurrentValue) as string;
}
