using System.Security.Cryptography;

namespace Keyline.Saml.Messages;

/// <summary>What every message has (Core 3.2). A closed family: requests to sign in, and both sides of logout.</summary>
public abstract record ProtocolMessage
{
    private const int IdBytes = 20;

    private protected ProtocolMessage()
    {
    }

    /// <summary>The message's own identifier.</summary>
    public required string Id { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset IssueInstant { get; init; }

    /// <summary>Who made it: an entity ID.</summary>
    public required string Issuer { get; init; }

    /// <summary>The address that it is sent to.</summary>
    public required string Destination { get; init; }

    /// <summary>An identifier with 160 random bits that is a valid xs:ID.</summary>
    public static string NewId() => "_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
}
