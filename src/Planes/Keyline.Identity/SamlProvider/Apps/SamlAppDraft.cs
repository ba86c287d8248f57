namespace Keyline.Identity.SamlProvider.Apps;

/// <summary>An app as somebody wants it registered.</summary>
public sealed record SamlAppDraft
{
    /// <summary>The name for people; null for the one in the metadata.</summary>
    public string? Name { get; init; }

    /// <summary>The service provider's metadata.</summary>
    public required string Metadata { get; init; }

    public SamlNameKind NameKind { get; init; }

    public IReadOnlyList<SentAttribute> Attributes { get; init; } = SentAttribute.Usual;

    /// <summary>Whether unsigned requests are refused although the metadata does not promise signatures.</summary>
    public bool RequireSignedRequests { get; init; }

    /// <summary>Whether assertions are encrypted; null to do so when the metadata has a key for it.</summary>
    public bool? EncryptAssertions { get; init; }
}
