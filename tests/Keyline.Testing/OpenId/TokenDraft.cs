using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Keyline.OpenId.Keys;
using Keyline.Secrets;

namespace Keyline.Testing.OpenId;

/// <summary>A token before it is signed. Each change gives a new draft, so that a test breaks one thing in a valid one.</summary>
public sealed class TokenDraft
{
    private readonly JsonObject _header;
    private readonly JsonObject _claims;

    public TokenDraft(JsonObject header, JsonObject claims, SigningKey key)
    {
        _header = header;
        _claims = claims;
        Key = key;
    }

    public SigningKey Key { get; }

    public string HeaderJson => _header.ToJsonString();

    public string ClaimsJson => _claims.ToJsonString();

    /// <summary>With a claim set; null writes a JSON null.</summary>
    public TokenDraft With(string name, JsonNode? value) => new(Copy(_header), Set(_claims, name, value), Key);

    public TokenDraft With(string name, DateTimeOffset time) => With(name, time.ToUnixTimeSeconds());

    public TokenDraft Without(string name) => new(Copy(_header), Remove(_claims, name), Key);

    public TokenDraft WithHeader(string name, JsonNode? value) => new(Set(_header, name, value), Copy(_claims), Key);

    public TokenDraft WithoutHeader(string name) => new(Remove(_header, name), Copy(_claims), Key);

    /// <summary>Signed with another key, under that key's own <c>kid</c> and <c>alg</c>.</summary>
    public TokenDraft SignedBy(SigningKey key) =>
        new(Set(Set(_header, "kid", key.KeyId), "alg", key.Algorithm.ToString()), Copy(_claims), key);

    /// <summary>Signed with another key, with the header as it is.</summary>
    public TokenDraft ForgedBy(SigningKey key) => new(Copy(_header), Copy(_claims), key);

    public SecretText Sign() => Sign(HeaderJson, ClaimsJson, Key);

    /// <summary>Signs any text as header and claims.</summary>
    public static SecretText Sign(string header, string claims, SigningKey key)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return new SecretText($"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}");
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static JsonObject Set(JsonObject from, string name, JsonNode? value)
    {
        var copy = Copy(from);
        copy[name] = value?.DeepClone();
        return copy;
    }

    private static JsonObject Remove(JsonObject from, string name)
    {
        var copy = Copy(from);
        copy.Remove(name);
        return copy;
    }

    private static JsonObject Copy(JsonObject from) => from.DeepClone().AsObject();
}
