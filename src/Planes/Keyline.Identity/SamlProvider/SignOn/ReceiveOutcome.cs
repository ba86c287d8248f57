namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>What became of a request that arrived.</summary>
public abstract record ReceiveOutcome
{
    private ReceiveOutcome()
    {
    }

    /// <summary>It is kept; go on under its state.</summary>
    public sealed record Kept(StartedRequest Started) : ReceiveOutcome;

    /// <summary>Refused, recorded under a reference.</summary>
    public sealed record Refused(SamlProviderFault Fault, string Reference) : ReceiveOutcome;
}
