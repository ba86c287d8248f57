using System.IO.Compression;
using System.Text;
using Keyline.Saml.Messages;
using Keyline.Saml.Signatures;
using Keyline.Saml.Writing;

namespace Keyline.Saml.Bindings;

/// <summary>Sends messages: as an address to redirect to, or as a form to post.</summary>
public static class SamlMessageWriter
{
    /// <summary>The address to redirect the browser to (Bindings 3.4.4); the signature, if any, is in the query.</summary>
    /// <param name="message">The message; it goes to its own destination.</param>
    /// <param name="key">The key to sign with, or none.</param>
    /// <param name="relayState">A token of ours of at most 80 bytes, or none.</param>
    /// <exception cref="ArgumentException">The RelayState is too long.</exception>
    public static string ToRedirect(ProtocolMessage message, CertifiedKey? key, string? relayState)
    {
        CheckRelayState(relayState);
        var query = $"{ParameterOf(message)}={Uri.EscapeDataString(Convert.ToBase64String(Deflate(MessageXml.Write(message))))}";
        query = relayState is null ? query : $"{query}&RelayState={Uri.EscapeDataString(relayState)}";
        if (key is not null)
        {
            query = $"{query}&SigAlg={Uri.EscapeDataString(Algorithms.NameOf(key.Algorithm))}";
            query = $"{query}&Signature={Uri.EscapeDataString(Convert.ToBase64String(key.Sign(Encoding.UTF8.GetBytes(query))))}";
        }

        return $"{message.Destination}{(message.Destination.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }

    /// <summary>The form for the browser to post (Bindings 3.5.4); the signature, if any, is in the message.</summary>
    /// <param name="message">The message; it goes to its own destination.</param>
    /// <param name="key">The key to sign with, or none.</param>
    /// <param name="relayState">A token of ours of at most 80 bytes, or none.</param>
    /// <exception cref="ArgumentException">The RelayState is too long.</exception>
    public static PostForm ToPost(ProtocolMessage message, CertifiedKey? key, string? relayState) => Form(
        message.Destination, ParameterOf(message), key is null ? MessageXml.Write(message) : MessageXml.WriteSigned(message, key), relayState);

    internal static PostForm Form(string action, string parameter, string xml, string? relayState)
    {
        CheckRelayState(relayState);
        var fields = new List<KeyValuePair<string, string>> { new(parameter, Convert.ToBase64String(Encoding.UTF8.GetBytes(xml))) };
        if (relayState is not null)
        {
            fields.Add(new("RelayState", relayState));
        }

        return new PostForm(action, fields);
    }

    private static string ParameterOf(ProtocolMessage message) => message is LogoutResponse ? "SAMLResponse" : "SAMLRequest";

    private static void CheckRelayState(string? relayState)
    {
        if (relayState is not null && Encoding.UTF8.GetByteCount(relayState) > SamlMessageReader.LongestRelayState)
        {
            throw new ArgumentException("RelayState carries at most 80 bytes: send a token, not an address.", nameof(relayState));
        }
    }

    private static byte[] Deflate(string xml)
    {
        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.Optimal))
        {
            deflate.Write(Encoding.UTF8.GetBytes(xml));
        }

        return target.ToArray();
    }
}
