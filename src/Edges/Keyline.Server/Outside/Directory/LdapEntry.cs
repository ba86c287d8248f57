using System.Text;

namespace Keyline.Server.Outside.Directory;

/// <summary>An entry that a search found.</summary>
/// <param name="Dn">Its name.</param>
/// <param name="Values">Attributes, without regard to case, as bytes.</param>
internal sealed record LdapEntry(string Dn, IReadOnlyDictionary<string, IReadOnlyList<byte[]>> Values)
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The values of an attribute that are text.</summary>
    public IReadOnlyList<string> Texts(string attribute) =>
        Values.TryGetValue(attribute, out var values) ? [.. values.Select(Text).OfType<string>()] : [];

    /// <summary>The one value that makes a person immutable; Active Directory's is a GUID in bytes.</summary>
    public string? Subject(string attribute)
    {
        if (!Values.TryGetValue(attribute, out var values) || values is not [var value] || value.Length == 0)
        {
            return null;
        }

        return attribute.Equals("objectGUID", StringComparison.OrdinalIgnoreCase)
            ? value.Length == 16 ? new Guid(value).ToString() : null
            : Text(value);
    }

    private static string? Text(byte[] value)
    {
        try
        {
            return _strict.GetString(value);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
