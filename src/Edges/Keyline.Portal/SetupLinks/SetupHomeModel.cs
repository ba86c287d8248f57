using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Portal.Frame;

namespace Keyline.Portal.SetupLinks;

/// <summary>The whole set-up: the connection, the domains, the end.</summary>
public sealed record SetupHomeModel
{
    public required string TenantName { get; init; }

    /// <summary>This page's address; everything else is below it.</summary>
    public required string Home { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public Connection? Connection { get; init; }

    public required IReadOnlyList<Domain> Domains { get; init; }

    public required DomainRules Rules { get; init; }

    public string TypedDomain { get; init; } = "";

    /// <summary>Why the last act was refused.</summary>
    public string? Refusal { get; init; }

    internal Flash? Flash => Refusal is null ? null : new Flash(NoticeKind.Error, Answers.Sentence(Refusal));
}
