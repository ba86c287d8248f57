using System.Diagnostics;
using Keyline.Tenancy;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Keyline.Storage.Core;

/// <summary>Stores a tenant's slug as its text.</summary>
internal sealed class SlugConverter() : ValueConverter<TenantSlug, string>(slug => slug.Value, text => Read(text))
{
    private static TenantSlug Read(string text) =>
        TenantSlug.TryParse(text, out var slug) ? slug : throw new UnreachableException($"'{text}' was stored as a slug");
}
