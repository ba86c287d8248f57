using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Keyline.OpenId.Documents;

/// <summary>
/// Reads a JSON object that a stranger wrote: bounded, no member twice, no comments, no text that is not Unicode.
/// </summary>
internal static class StrictJson
{
    private const int DeepestEver = 1000;

    public static Result<JsonElement, OAuthFault> ReadObject(string text, int maxBytes, int depth, string what)
    {
        if (text.Length > maxBytes || Encoding.UTF8.GetByteCount(text) > maxBytes)
        {
            return TooLarge(maxBytes, what);
        }

        return ReadObject(Encoding.UTF8.GetBytes(text), maxBytes, depth, what);
    }

    public static Result<JsonElement, OAuthFault> ReadObject(byte[] utf8, int maxBytes, int depth, string what)
    {
        if (utf8.Length > maxBytes)
        {
            return TooLarge(maxBytes, what);
        }

        if (!Utf8.IsValid(utf8))
        {
            return Malformed(what, "bytes that are not UTF-8");
        }

        if (Find(utf8, depth, duplicates: false) is not { } root)
        {
            return WhyNot(utf8, depth, what);
        }

        return root.ValueKind == JsonValueKind.Object ? root : Malformed(what, $"JSON of the kind {root.ValueKind}");
    }

    private static OAuthFault WhyNot(byte[] utf8, int depth, string what)
    {
        if (Find(utf8, depth, duplicates: true) is not null)
        {
            return new OAuthFault(OAuthFaultCode.DuplicateMember, $"{what} with each member once", "a member twice",
                "ask the provider's operator: two readers may see two different documents");
        }

        return Find(utf8, DeepestEver, duplicates: true) is not null
            ? new OAuthFault(OAuthFaultCode.DocumentTooDeep, $"{what} nested at most {depth} deep", "deeper nesting",
                "check that the address is that of an OpenID provider")
            : Malformed(what, "text that is not JSON");
    }

    private static JsonElement? Find(byte[] utf8, int depth, bool duplicates)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions
            {
                AllowDuplicateProperties = duplicates,
                AllowTrailingCommas = false,
                CommentHandling = JsonCommentHandling.Disallow,
                MaxDepth = depth,
            });
            Decode(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate: JSON by its grammar, but no text.
            return null;
        }
    }

    // Every string is decoded here once, so that no later reading can throw.
    private static void Decode(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    Decode(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Decode(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            default:
                break;
        }
    }

    private static OAuthFault TooLarge(int maxBytes, string what) => new(OAuthFaultCode.DocumentTooLarge,
        $"{what} of at most {maxBytes} bytes", "a larger one", "check that the address is that of an OpenID provider");

    private static OAuthFault Malformed(string what, string came) => new(OAuthFaultCode.MalformedJson,
        $"{what} as a JSON object", came, "open the address in a browser and look at what it answers");
}
