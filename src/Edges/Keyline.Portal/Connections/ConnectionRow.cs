using Keyline.Identity.Clock;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Managing;
using Keyline.Portal.Design;

namespace Keyline.Portal.Connections;

/// <summary>One connection, as the list and its first page show it.</summary>
public sealed record ConnectionRow
{
    public required Connection Connection { get; init; }

    public required string PresetName { get; init; }

    public required IReadOnlyList<ConnectionRemark> Remarks { get; init; }

    public DateTimeOffset? LastSignIn { get; init; }

    public ProviderClock? Clock { get; init; }

    /// <summary>When the IdP's last certificate runs out, for SAML.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public Mark State => Connection switch
    {
        { Enabled: true, TestedAt: not null } => new Mark("On", Tone.Good),
        { Enabled: true } => new Mark("On, not tested", Tone.Warn),
        { TestedAt: not null } => new Mark("Off, tested", Tone.Info),
        _ => new Mark("Off"),
    };

    public static Tone ToneOf(RemarkWeight weight) => weight switch
    {
        RemarkWeight.Urgent => Tone.Bad,
        RemarkWeight.Warning => Tone.Warn,
        _ => Tone.Info,
    };
}
