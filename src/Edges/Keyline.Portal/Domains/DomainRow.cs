using Keyline.Identity.Domains;
using Keyline.Identity.Federation;

namespace Keyline.Portal.Domains;

/// <summary>A domain, how it stands, and where its people sign in; null: they choose.</summary>
public sealed record DomainRow(Domain Domain, DomainStatus Status, Connection? Connection)
{
    /// <summary>The state in a word and a colour.</summary>
    public (string Text, Design.Tone Tone) Word => Status.State switch
    {
        DomainState.Claimed => ("Waits for its proof", Design.Tone.Info),
        DomainState.Verified => ("Verified", Design.Tone.Good),
        DomainState.Missing => ("Its record is gone", Design.Tone.Warn),
        DomainState.Lost => ("Lost", Design.Tone.Bad),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
