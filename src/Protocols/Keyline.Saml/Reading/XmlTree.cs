namespace Keyline.Saml.Reading;

/// <summary>A parsed document: well formed, within limits, without DTD, every identifier unique.</summary>
/// <param name="Root">The document element.</param>
/// <param name="Identifiers">Every ID in it.</param>
internal sealed record XmlTree(XmlElement Root, HashSet<string> Identifiers)
{
    /// <summary>Parses text that came from outside.</summary>
    public static Result<XmlTree, SamlFault> Parse(string xml, MessageLimits limits)
    {
        // The number of characters is never above the number of bytes; this keeps the copy below small.
        if (xml.Length > limits.Bytes)
        {
            return TooLarge(xml.Length, limits);
        }

        var bytes = new byte[System.Text.Encoding.UTF8.GetMaxByteCount(xml.Length)];
        return System.Text.Encoding.UTF8.TryGetBytes(xml, bytes, out var written)
            ? Parse(bytes, written, limits)
            : new SamlFault(SamlFaultCode.NotXml, "text", "unpaired surrogates");
    }

    /// <summary>Parses bytes that came from outside. The tree keeps the array, so the caller must not change it.</summary>
    public static Result<XmlTree, SamlFault> Parse(byte[] xml, int length, MessageLimits limits)
    {
        if (length > limits.Bytes)
        {
            return TooLarge(length, limits);
        }

        var identifiers = new HashSet<string>(StringComparer.Ordinal);
        var parser = new XmlParser(xml, length, limits, identifiers);
        return parser.Document() is { } root ? new XmlTree(root, identifiers) : parser.Fault;
    }

    /// <summary>Parses an element that was encrypted where <paramref name="context"/> stands: its namespaces go on inside.</summary>
    public static Result<XmlElement, SamlFault> ParseWithin(
        XmlElement context, byte[] xml, int length, MessageLimits limits, HashSet<string> identifiers)
    {
        if (length > limits.Bytes)
        {
            return TooLarge(length, limits);
        }

        var parser = new XmlParser(xml, length, limits, identifiers);
        return parser.Fragment(context) is { } root ? root : parser.Fault;
    }

    private static SamlFault TooLarge(int length, MessageLimits limits) =>
        new(SamlFaultCode.TooLarge, $"at most {limits.Bytes} bytes", $"{length}");
}
