namespace Keyline.Saml.Messages;

/// <summary>The answer to a <see cref="LogoutRequest"/> (Core 3.7.2).</summary>
public sealed record LogoutResponse : ProtocolMessage
{
    /// <summary>The request that it answers; none only when that could not be read.</summary>
    public string? InResponseTo { get; init; }

    /// <summary>How it ended.</summary>
    public required SamlStatus Status { get; init; }
}
