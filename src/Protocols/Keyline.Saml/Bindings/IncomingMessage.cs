using Keyline.Saml.Messages;
using Keyline.Saml.Reading;

namespace Keyline.Saml.Bindings;

/// <summary>
/// A message that was decoded and parsed, once. Nothing of it is proven: use what it says to find whom to verify it against,
/// hand it to a verifier, and act on what that returns.
/// </summary>
public sealed class IncomingMessage
{
    private const int LongestName = 1024;

    internal IncomingMessage(XmlTree tree, MessageKind kind, SamlBinding binding, string? relayState, RedirectSignature? signature)
    {
        Tree = tree;
        Kind = kind;
        Binding = binding;
        RelayState = relayState;
        RedirectSignature = signature;
    }

    /// <summary>What it is.</summary>
    public MessageKind Kind { get; }

    /// <summary>How it came.</summary>
    public SamlBinding Binding { get; }

    /// <summary>What came along with it; at most 80 bytes.</summary>
    public string? RelayState { get; }

    /// <summary>Its identifier, as it says.</summary>
    public string? UnprovenId => Short(Root.Attribute("ID"));

    /// <summary>Who sent it, as it says.</summary>
    public string? UnprovenIssuer => Short(Root.Child(Names.Assertion, "Issuer")?.Text());

    /// <summary>The message it answers, as it says.</summary>
    public string? UnprovenInResponseTo => Short(Root.Attribute("InResponseTo"));

    internal XmlTree Tree { get; }

    internal XmlElement Root => Tree.Root;

    internal RedirectSignature? RedirectSignature { get; }

    private static string? Short(string? text) => text?.Length <= LongestName ? text : null;
}
