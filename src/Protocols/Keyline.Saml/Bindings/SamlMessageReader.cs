using System.IO.Compression;
using System.Text;
using Keyline.Saml.Messages;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Bindings;

/// <summary>Reads messages from a query or from form fields: decodes, inflates, parses, and knows what they are.</summary>
public static class SamlMessageReader
{
    /// <summary>The longest RelayState, in bytes (Bindings 3.4.3, 3.5.3).</summary>
    public const int LongestRelayState = 80;

    private const string DeflateEncoding = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";
    private const int MostParameters = 32;

    private static readonly string[] _parameters = ["SAMLRequest", "SAMLResponse", "RelayState", "SigAlg", "Signature", "SAMLEncoding"];

    /// <summary>Reads a message of the POST binding.</summary>
    /// <param name="request">The field SAMLRequest, if it came.</param>
    /// <param name="response">The field SAMLResponse, if it came.</param>
    /// <param name="relayState">The field RelayState, if it came.</param>
    /// <param name="limits">How much is read.</param>
    public static Result<IncomingMessage, SamlFault> ReadPost(
        string? request, string? response, string? relayState, MessageLimits limits)
    {
        if ((request is null) == (response is null))
        {
            return new SamlFault(SamlFaultCode.WrongParameters, "SAMLRequest or SAMLResponse", request is null ? "neither" : "both");
        }

        var text = request ?? response ?? "";
        if (text.Length / 4L * 3 > limits.Bytes)
        {
            return new SamlFault(SamlFaultCode.TooLarge, $"at most {limits.Bytes} bytes", $"{text.Length} characters of Base64");
        }

        return Base64Text.TryDecode(text, out var bytes, out var length)
            ? Parse(bytes, length, request is not null, SamlBinding.Post, relayState, null, limits)
            : new SamlFault(SamlFaultCode.NotBase64, "the message in Base64", "other characters");
    }

    /// <summary>Reads a message of the redirect binding.</summary>
    /// <param name="rawQuery">The query exactly as it came, with or without the question mark.</param>
    /// <param name="limits">How much is read.</param>
    public static Result<IncomingMessage, SamlFault> ReadRedirect(string rawQuery, MessageLimits limits)
    {
        if (rawQuery.Length > limits.Bytes)
        {
            return new SamlFault(SamlFaultCode.TooLarge, $"at most {limits.Bytes} characters", $"{rawQuery.Length}");
        }

        if (!TrySplit(rawQuery, out var values, out var fault))
        {
            return fault!; // Set whenever it returns false.
        }

        var isRequest = values.TryGetValue("SAMLRequest", out var message);
        if (isRequest == values.TryGetValue("SAMLResponse", out var response))
        {
            return new SamlFault(SamlFaultCode.WrongParameters, "SAMLRequest or SAMLResponse", isRequest ? "both" : "neither");
        }

        if (values.TryGetValue("SAMLEncoding", out var encoding) && Uri.UnescapeDataString(encoding) != DeflateEncoding)
        {
            return new SamlFault(SamlFaultCode.WrongParameters, DeflateEncoding, Uri.UnescapeDataString(encoding));
        }

        if (!Base64Text.TryDecode(Uri.UnescapeDataString(message ?? response ?? ""), out var deflated, out var length))
        {
            return new SamlFault(SamlFaultCode.NotBase64, "the message in Base64", "other characters");
        }

        if (!TryReadSignature(values, isRequest ? "SAMLRequest" : "SAMLResponse", out var signature, out fault)
            || !TryInflate(deflated.AsMemory(0, length), limits, out var xml, out fault))
        {
            return fault!; // Set whenever one of them returns false.
        }

        var relayState = values.TryGetValue("RelayState", out var state)
            ? Uri.UnescapeDataString(state.Replace('+', ' '))
            : null;
        return Parse(xml.GetBuffer(), (int)xml.Length, isRequest, SamlBinding.Redirect, relayState, signature, limits);
    }

    private static Result<IncomingMessage, SamlFault> Parse(
        byte[] xml, int length, bool isRequest, SamlBinding binding, string? relayState, RedirectSignature? signature, MessageLimits limits)
    {
        if (relayState is not null && Encoding.UTF8.GetByteCount(relayState) > LongestRelayState)
        {
            return new SamlFault(SamlFaultCode.RelayStateTooLong, $"at most {LongestRelayState} bytes", $"{relayState.Length} characters");
        }

        var parsed = XmlTree.Parse(xml, length, limits);
        if (!parsed.Ok)
        {
            return parsed.Fault;
        }

        var tree = parsed.Value;

        MessageKind? kind = tree.Root.Namespace != Names.Protocol ? null : (tree.Root.LocalName, isRequest) switch
        {
            ("AuthnRequest", true) => MessageKind.AuthnRequest,
            ("LogoutRequest", true) => MessageKind.LogoutRequest,
            ("Response", false) => MessageKind.Response,
            ("LogoutResponse", false) => MessageKind.LogoutResponse,
            _ => null,
        };
        return kind is { } known
            ? new IncomingMessage(tree, known, binding, relayState, signature)
            : new SamlFault(
                SamlFaultCode.WrongMessage,
                isRequest ? "AuthnRequest or LogoutRequest" : "Response or LogoutResponse",
                tree.Root.FullName);
    }

    // The names are compared as they are: what is escaped differently is not ours, and is left out.
    private static bool TrySplit(string rawQuery, out Dictionary<string, string> values, out SamlFault? fault)
    {
        values = new Dictionary<string, string>(StringComparer.Ordinal);
        fault = null;
        var query = rawQuery.AsSpan();
        query = query.StartsWith("?") ? query[1..] : query;
        var count = 0;
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? "" : pair[..equals].ToString();
            if (++count > MostParameters)
            {
                fault = new SamlFault(SamlFaultCode.WrongParameters, $"at most {MostParameters} parameters", "more");
                return false;
            }

            if (_parameters.Contains(name, StringComparer.Ordinal) && !values.TryAdd(name, pair[(equals + 1)..].ToString()))
            {
                fault = new SamlFault(SamlFaultCode.WrongParameters, $"{name} once", "twice");
                return false;
            }
        }

        return true;
    }

    private static bool TryReadSignature(
        Dictionary<string, string> values, string parameter, out RedirectSignature? signature, out SamlFault? fault)
    {
        signature = null;
        fault = null;
        if (!values.TryGetValue("Signature", out var value))
        {
            return true;
        }

        if (!values.TryGetValue("SigAlg", out var algorithm)
            || !Base64Text.TryDecode(Uri.UnescapeDataString(value), out var bytes, out var length))
        {
            fault = new SamlFault(SamlFaultCode.WrongParameters, "SigAlg, and Signature in Base64", "something else");
            return false;
        }

        var octets = values.TryGetValue("RelayState", out var relayState)
            ? $"{parameter}={values[parameter]}&RelayState={relayState}&SigAlg={algorithm}"
            : $"{parameter}={values[parameter]}&SigAlg={algorithm}";
        signature = new RedirectSignature(Uri.UnescapeDataString(algorithm), Encoding.UTF8.GetBytes(octets), bytes[..length]);
        return true;
    }

    private static bool TryInflate(ReadOnlyMemory<byte> deflated, MessageLimits limits, out MemoryStream xml, out SamlFault? fault)
    {
        xml = new MemoryStream();
        fault = null;
        using var source = new MemoryStream(deflated.ToArray(), false);
        using var inflate = new DeflateStream(source, CompressionMode.Decompress);
        var block = new byte[4096];
        try
        {
            for (var read = inflate.Read(block); read > 0; read = inflate.Read(block))
            {
                if (xml.Length + read > limits.InflatedBytes)
                {
                    fault = new SamlFault(SamlFaultCode.InflatesTooLarge, $"at most {limits.InflatedBytes} bytes", "more");
                    return false;
                }

                xml.Write(block.AsSpan(0, read));
            }

            return true;
        }
        catch (InvalidDataException)
        {
            fault = new SamlFault(SamlFaultCode.NotDeflated, "the message compressed with DEFLATE", "other bytes");
            return false;
        }
    }
}
